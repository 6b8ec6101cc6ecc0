package org.broadsheet.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The CPU time of processes. */
final class Cpu {
    private Cpu() {}

    static long ownNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static double secondsOf(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** A line of the report: how many of something a CPU second makes, and the share of a floor. */
    static void print(String what, double count, double seconds, double floor) {
        double rate = count / seconds;
        String share = floor == 0 ? "" : String.format(Locale.ROOT, "  %3.0f %% of the floor", 100 * rate / floor);
        System.out.printf(Locale.ROOT, "%-58s %7.0f a CPU second%s%n", what, rate, share);
    }
}
