package org.broadsheet.cli.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The recording of the newsroom: four soft notes, as a WAV file that any player opens. */
final class Chime {
    static final int SECONDS = 8;

    private static final int RATE = 8000;
    private static final int HEADER = 44;
    private static final double[] NOTES = {392.00, 493.88, 587.33, 783.99};

    private Chime() {}

    /** How many bytes {@link #wav} gives. */
    static int length() {
        return HEADER + SECONDS * RATE;
    }

    static byte[] wav() {
        int samples = SECONDS * RATE;
        ByteBuffer wav = ByteBuffer.allocate(length()).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF"))
                .putInt(HEADER - 8 + samples)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        // PCM, one channel, one byte a sample
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        wav.putShort((short) 1).putShort((short) 8);
        wav.put(ascii("data")).putInt(samples);
        for (int i = 0; i < samples; i++) {
            wav.put((byte) Math.round(128 + 60 * level(i / (double) RATE)));
        }
        return wav.array();
    }

    private static double level(double second) {
        int note = (int) (second / 2);
        double since = second - note * 2;
        return Math.sin(2 * Math.PI * NOTES[note] * since) * Math.exp(-2.2 * since) * Math.min(1, since * 100);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
