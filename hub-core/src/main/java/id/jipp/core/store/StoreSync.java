package id.jipp.core.store;

/** How writes to a store become durable. Thread-safe. */
interface StoreSync {
    /** A server that acknowledges only what is durable. */
    StoreSync BY_SERVER = new StoreSync() {
        @Override
        public void writing(Runnable write) {
            write.run();
        }

        @Override
        public void flush() {}
    };

    /** Runs a write that is kept as a whole or not at all, as far as one server call goes. */
    void writing(Runnable write);

    /** Returns when everything written before the call is on disk; callers at one time share one sync. */
    void flush();
}
