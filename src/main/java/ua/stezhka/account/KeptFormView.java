package ua.stezhka.account;

import java.util.List;

/**
 * A form to be sent once more.
 *
 * @param address where to
 * @param fields  everything that was filled in, a field with several values several times
 * @param typed   what people read to know their own words again: the longer values
 */
public record KeptFormView(String address, List<Field> fields, List<String> typed) {
    private static final int WORDS = 12;

    /** One value of a field. */
    public record Field(String name, String value) {}

    static KeptFormView of(KeptForm form) {
        List<Field> fields = form.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
        return new KeptFormView(
                form.address(),
                fields,
                fields.stream()
                        .map(Field::value)
                        .filter(value -> value.length() >= WORDS && value.contains(" "))
                        .toList());
    }
}
