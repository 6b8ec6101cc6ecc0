package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GunzipTest {
    @Test
    void bodies_of_any_size_come_out_as_they_went_in() throws IOException {
        for (int size : new int[] {0, 1, 100, 16_383, 16_384, 16_385, 300_000}) {
            byte[] plain = new byte[size];
            new Random(size).nextBytes(plain);
            assertThat(unpacked(gzip(plain))).as("%d bytes", size).isEqualTo(plain);
        }
    }

    @Test
    void members_are_joined_even_when_each_byte_comes_alone() throws IOException {
        byte[] packed = joined(gzip("one ".getBytes(UTF_8)), gzip(new byte[0]), gzip("two".getBytes(UTF_8)));
        InputStream slow = new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        try (Gunzip in = new Gunzip(slow)) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("one two");
        }
    }

    @Test
    void a_hundred_thousand_empty_members_do_no_harm() throws IOException {
        byte[] empty = gzip(new byte[0]);
        byte[] packed = new byte[empty.length * 100_000];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = empty[i % empty.length];
        }
        assertThat(unpacked(packed)).isEmpty();
    }

    @Test
    void optional_header_fields_are_passed_over() throws IOException {
        byte[] packed = gzip("text".getBytes(UTF_8));
        byte[] head = Arrays.copyOf(packed, 10);
        head[3] = 2 + 4 + 8 + 16;
        byte[] fields = {3, 0, 'a', 'b', 'c', 'n', 'a', 'm', 'e', 0, 'n', 'o', 't', 'e', 0, 9, 9};
        assertThat(unpacked(joined(head, fields, Arrays.copyOfRange(packed, 10, packed.length))))
                .asString(UTF_8)
                .isEqualTo("text");
    }

    @Test
    void padding_behind_the_end_is_ignored() throws IOException {
        assertThat(unpacked(joined(gzip("text".getBytes(UTF_8)), new byte[20])))
                .asString(UTF_8)
                .isEqualTo("text");
    }

    @Test
    void every_cut_breaks_off_and_is_noticed() throws IOException {
        byte[] packed = gzip("some text".getBytes(UTF_8));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpacked(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_wrong_checksum_or_length_or_method_is_noticed() throws IOException {
        byte[] packed = gzip("some text".getBytes(UTF_8));
        for (int at : new int[] {0, 1, 2, packed.length - 8, packed.length - 1}) {
            byte[] broken = packed.clone();
            broken[at] ^= 1;
            assertThatThrownBy(() -> unpacked(broken)).as("byte %d", at).isInstanceOf(ZipException.class);
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (Gunzip in = new Gunzip(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
