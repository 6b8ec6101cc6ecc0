package org.broadsheet.model;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a feed has published of late: how often in each hour of the week (UTC), and its latest releases one by one.
 *
 * <p>Entries that come out together are one release. Immutable.
 */
public final class Rhythm {
    public static final int HOURS_OF_WEEK = 168;

    /** From the Monday before to the beginning of 1970, which was a Thursday. */
    public static final int HOURS_FROM_MONDAY = 3 * 24;

    /** Counts are kept in these parts, so that halving them now and then does not lose a rare feed's only release. */
    private static final int PARTS = 16;

    private static final double DOUBT = 0.5;
    private static final double USUAL_HOURS = 24;

    private static final int MOST_RECENT = 16;
    private static final int HEAD = 2 * Long.BYTES + Integer.BYTES;

    private final int[] parts;
    private final Instant since;
    private final double entriesPerRelease;
    private final List<Instant> recent;

    private Rhythm(int[] parts, Instant since, double entriesPerRelease, List<Instant> recent) {
        this.parts = parts;
        this.since = since;
        this.entriesPerRelease = entriesPerRelease;
        this.recent = recent;
    }

    /** Nothing seen yet. */
    public static Rhythm startingAt(Instant since) {
        return new Rhythm(new int[HOURS_OF_WEEK], since, 1, List.of());
    }

    /** The hour of the week, 0 to 167, Monday 0:00 UTC being the first. */
    public static int hourOfWeek(Instant time) {
        return Math.floorMod(Math.floorDiv(time.getEpochSecond(), 3600) + HOURS_FROM_MONDAY, HOURS_OF_WEEK);
    }

    /** From when on releases were counted; a virtual moment once counts were halved. */
    public Instant since() {
        return since;
    }

    /** Releases counted in an hour of the week. */
    public double releases(int hourOfWeek) {
        return (double) parts[hourOfWeek] / PARTS;
    }

    /**
     * Releases an hour over the whole week, as far as they tell: a feed of which nothing is known is taken for one that
     * publishes once a day, which half a release of its own outweighs.
     */
    public double releasesPerHour(Instant now) {
        double hours = Math.max(0, Duration.between(since, now).toMinutes() / 60.0);
        return (Arrays.stream(parts).sum() / (double) PARTS + DOUBT) / (hours + DOUBT * USUAL_HOURS);
    }

    /** Of the latest releases, how many entries came at once on average; at least 1. */
    public double entriesPerRelease() {
        return entriesPerRelease;
    }

    /** The latest releases, oldest first, at most 16. */
    public List<Instant> recent() {
        return recent;
    }

    /** With one more release, which is not before the latest one. */
    public Rhythm with(Instant release, int entries) {
        int[] more = parts.clone();
        more[hourOfWeek(release)] += PARTS;
        List<Instant> latest = new ArrayList<>(recent);
        latest.add(release);
        int surplus = latest.size() - MOST_RECENT;
        double size = entriesPerRelease + (entries - entriesPerRelease) / Math.min(latest.size(), MOST_RECENT);
        return new Rhythm(more, since, size, List.copyOf(latest.subList(Math.max(0, surplus), latest.size())));
    }

    /** Counts and time halved, so that what was long ago weighs less. */
    public Rhythm halved(Instant now) {
        int[] half = new int[HOURS_OF_WEEK];
        for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
            half[hour] = parts[hour] / 2;
        }
        return new Rhythm(half, now.minus(Duration.between(since, now).dividedBy(2)), entriesPerRelease, recent);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Rhythm rhythm && Arrays.equals(bytes(), rhythm.bytes()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    /** As it is stored; {@link #of(byte[])} reads it. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEAD + HOURS_OF_WEEK * Short.BYTES + recent.size() * Integer.BYTES);
        out.putLong(since.getEpochSecond()).putDouble(entriesPerRelease).putInt(recent.size());
        for (int part : parts) {
            out.putShort((short) Math.min(part, Short.MAX_VALUE));
        }
        recent.forEach(release -> out.putInt((int) release.getEpochSecond()));
        return out.array();
    }

    /** Reads what {@link #bytes()} wrote. */
    public static Rhythm of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Instant since = Instant.ofEpochSecond(in.getLong());
        double size = in.getDouble();
        Instant[] recent = new Instant[in.getInt()];
        int[] parts = new int[HOURS_OF_WEEK];
        for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
            parts[hour] = in.getShort();
        }
        for (int i = 0; i < recent.length; i++) {
            recent[i] = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()));
        }
        return new Rhythm(parts, since, size, List.of(recent));
    }
}
