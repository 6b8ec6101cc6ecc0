package org.broadsheet.bench.polling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How a feed publishes. Each makes one feed's whole history between two times from a random number generator. */
enum Pattern {
    /** By chance, day and night, between once a week and forty times a day. */
    STEADY {
        @Override
        List<Instant> entries(Instant from, Instant to, SplittableRandom random) {
            double perDay = spread(1.0 / 7, 40, random);
            return chance(from, to, perDay, at -> 1, random);
        }
    },
    /** Silence, then a dozen entries within two hours: conferences, match days, link dumps. */
    BURSTY {
        @Override
        List<Instant> entries(Instant from, Instant to, SplittableRandom random) {
            double perDay = spread(1.0 / 10, 1.5, random);
            List<Instant> entries = new ArrayList<>();
            for (Instant start : chance(from, to, perDay, at -> 1, random)) {
                int size = 3 + random.nextInt(15);
                for (int i = 0; i < size; i++) {
                    entries.add(start.plusSeconds(random.nextInt(2 * 3600)));
                }
            }
            return entries;
        }
    },
    /** On working days from eight to six, a little at weekends. */
    WORKING_HOURS {
        @Override
        List<Instant> entries(Instant from, Instant to, SplittableRandom random) {
            int east = random.nextInt(-8, 10);
            double perDay = spread(0.5, 30, random);
            return chance(from, to, perDay * 2.9, at -> office(at, east), random);
        }
    },
    /** At fixed times: a comic at six, a bulletin at the full hour, a weekly letter. */
    CLOCKWORK {
        @Override
        List<Instant> entries(Instant from, Instant to, SplittableRandom random) {
            Duration every = Duration.ofHours(new int[] {1, 3, 6, 24, 24, 24, 168}[random.nextInt(7)]);
            Instant start = from.plusSeconds(random.nextLong(every.toSeconds()));
            List<Instant> entries = new ArrayList<>();
            for (Instant at = start; at.isBefore(to); at = at.plus(every)) {
                entries.add(at.plusSeconds(random.nextInt(240)));
            }
            return entries;
        }
    },
    /** Given up; one feed in ten comes back once. */
    DEAD {
        @Override
        List<Instant> entries(Instant from, Instant to, SplittableRandom random) {
            Instant last = from.minus(Duration.ofDays(random.nextInt(100, 2000)));
            List<Instant> entries = new ArrayList<>(List.of(last.minus(Duration.ofDays(40)), last));
            if (random.nextInt(10) == 0) {
                entries.add(from.plusSeconds(
                        random.nextLong(Duration.between(from, to).toSeconds())));
            }
            return entries;
        }
    },
    /** An agency: hundreds a day, fewer at night. */
    HUGE {
        @Override
        List<Instant> entries(Instant from, Instant to, SplittableRandom random) {
            int east = random.nextInt(-8, 10);
            double perDay = spread(100, 600, random);
            return chance(from, to, perDay * 1.5, at -> awake(at, east), random);
        }
    };

    interface Share {
        /** Of the highest rate, 0 to 1. */
        double at(Instant time);
    }

    abstract List<Instant> entries(Instant from, Instant to, SplittableRandom random);

    private static List<Instant> chance(Instant from, Instant to, double perDay, Share share, SplittableRandom random) {
        List<Instant> entries = new ArrayList<>();
        double seconds = 86_400 / perDay;
        Instant at = from;
        while (true) {
            at = at.plusMillis((long) (-Math.log(1 - random.nextDouble()) * seconds * 1000));
            if (!at.isBefore(to)) {
                return entries;
            }
            if (random.nextDouble() < share.at(at)) {
                entries.add(at);
            }
        }
    }

    private static double office(Instant time, int east) {
        ZonedDateTime there = time.atZone(ZoneOffset.ofHours(east));
        boolean weekend = there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
        LocalTime clock = there.toLocalTime();
        boolean day = clock.getHour() >= 8 && clock.getHour() < 18;
        return day ? weekend ? 0.15 : 1 : 0.02;
    }

    private static double awake(Instant time, int east) {
        int hour = time.atZone(ZoneOffset.ofHours(east)).getHour();
        return hour < 6 ? 0.15 : hour < 8 || hour > 21 ? 0.5 : 1;
    }

    /** Between two rates, as likely to lie in one doubling as in another. */
    private static double spread(double least, double most, SplittableRandom random) {
        return least * Math.pow(most / least, random.nextDouble());
    }
}
