package org.broadsheet.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the JVM to give memory back while there is little to do.
 *
 * <p>By default G1 lets the heap grow to a share of the machine's memory and keeps it. These settings can be changed in a
 * running JVM, so that people need no flags on the command line. Where one is missing (another collector, another JVM),
 * memory is as it would have been.
 */
final class HeapManners {
    private static final Logger LOG = LoggerFactory.getLogger(HeapManners.class);

    private HeapManners() {}

    static void apply() {
        set("MinHeapFreeRatio", "10");
        set("MaxHeapFreeRatio", "30");
        set("G1PeriodicGCInterval", "15000");
    }

    private static void set(String flag, String value) {
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).setVMOption(flag, value);
        } catch (RuntimeException e) {
            LOG.debug("This JVM has no {} to set: {}", flag, e.getMessage());
        }
    }
}
