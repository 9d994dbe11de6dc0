package ua.stezhka.bank;

import ua.stezhka.platform.Faults;

/**
 * The form that says what is wrong with a question, or that it was said already.
 *
 * @param action where the form is sent
 * @param back   where the person came from
 * @param place  quiz or lesson
 * @param prompt in plain words; of the key there is nothing here
 * @param waits  a report of the person about this question waits for an answer
 */
public record ReportForm(
        String action,
        String back,
        String place,
        String prompt,
        String language,
        boolean waits,
        String kind,
        String words,
        Faults faults) {}
