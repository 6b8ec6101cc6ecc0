package org.broadsheet.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** H2's files under the scheme {@code recorded:}, writing down in which order they are written and forced to the disk. */
public final class RecordingPath extends FilePathWrapper {
    static final String WRITE = "write";
    static final String FORCE = "force";
    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    /** What happened since the last call. */
    static List<String> events() {
        List<String> events = List.copyOf(EVENTS);
        EVENTS.clear();
        return events;
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Recorded(super.open(mode));
    }

    private static final class Recorded extends FileBaseDefault {
        private final FileChannel file;

        Recorded(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            EVENTS.add(WRITE);
            return file.write(from, position);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            EVENTS.add(FORCE);
            file.force(metadata);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }
    }
}
