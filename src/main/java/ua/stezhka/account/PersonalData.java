package ua.stezhka.account;

import java.util.List;

/**
 * What one module holds of people. Each module that does has one bean of this kind, with a {@code @Priority}: the higher one is
 * erased first, so that nothing points to a row that is gone. A test finds tables that nobody answers for.
 */
public interface PersonalData {
    /** The tables, in the order in which their rows can go. */
    List<PersonTable> tables();

    /** Before the rows go: does what is no statement on tables of this module, such as ending sessions or tearing up letters. */
    default void close(Subject subject) {}

    /** Adds what is no table, such as documents. */
    default void addFiles(Subject subject, DataArchive archive) {}
}
