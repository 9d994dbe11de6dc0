package ua.stezhka.chaos;

/** A promise that was broken. */
record Finding(Promise promise, String what) {
    enum Promise {
        NO_ACKNOWLEDGED_ANSWER_IS_LOST,
        THE_NEWEST_ANSWER_STANDS,
        NOTHING_HAPPENS_TWICE,
        WHAT_WAS_TOLD_IS_TRUE,
        SCORES_FOLLOW_FROM_THE_LOG,
        NODES_COME_BACK,
        LIVENESS_NEEDS_NO_DATABASE,
        TROUBLE_IS_TOLD_WELL,
        /** While nodes are killed one at a time, the other one carries on. */
        ONE_NODE_IS_HARDLY_MISSED
    }

    @Override
    public String toString() {
        return promise + ": " + what;
    }
}
