package org.broadsheet.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * What is logged, and how: our own news and everybody's warnings, one line each, on standard error.
 *
 * <p>In Java, because reading it from XML costs a fifth of a second of each start. A file named by the system property
 * {@code logback.configurationFile} wins.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class Logs extends ContextAwareBase implements Configurator {
    private static final String LINE = "%d{HH:mm:ss} %-5level %replace(%msg){'[\\r\\n]+', ' | '}%n%ex{12}";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.NEUTRAL;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        // Standard output belongs to what commands print.
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("org.broadsheet").setLevel(Level.INFO);
        // Their failures come as exceptions, which are told in our words.
        context.getLogger("org.flywaydb").setLevel(Level.OFF);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
        context.getLogger("io.javalin").setLevel(Level.OFF);
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
        // A request without a sound Host is answered with 400; a line for each would be a flood.
        context.getLogger("org.eclipse.jetty.util.HostPort").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
