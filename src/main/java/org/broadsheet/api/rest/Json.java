package org.broadsheet.api.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.server.Bodies;

/** JSON in and out, in snake_case. */
final class Json {
    static final String TYPE = "application/json";

    private static final int MOST_NESTED = 64;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTED)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static void answer(Context ctx, Object value) {
        ctx.contentType(TYPE).result(bytes(value));
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is not JSON", e);
        }
    }

    /** Reads the body. Throws 415 when it is not said to be JSON, which also keeps HTML forms out; 400 when it is not. */
    static <T> T read(Context ctx, Class<T> type) throws IOException {
        String contentType = ctx.contentType();
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            throw new UnsupportedMediaTypeResponse("The content type must be application/json.");
        }
        try {
            T value = MAPPER.readValue(Bodies.bytes(ctx), type);
            if (value == null) {
                throw new BadRequestResponse("The body must be a JSON object.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw bad(e.getPropertyName(), "is not known here; known are " + e.getKnownPropertyIds() + ".");
        } catch (JsonMappingException e) {
            throw e.getPath().isEmpty()
                    ? new BadRequestResponse("The body must be a JSON object.")
                    : bad(e.getPath().get(0).getFieldName(), "has a value of the wrong type.");
        } catch (StreamConstraintsException e) {
            throw new BadRequestResponse("The body is nested too deeply, or a value in it is too long.");
        } catch (JsonProcessingException e) {
            throw new BadRequestResponse("The body is not JSON: something is wrong in line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        }
    }

    /** A 400 about one member or parameter. */
    static BadRequestResponse bad(String name, String complaint) {
        return new BadRequestResponse(name + " " + complaint, Map.of("parameter", name));
    }
}
