package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small content folder without mistakes, for tests to break. */
final class ContentFixture {
    static final String COURSE = "courses/tea/course.yaml";
    static final String LESSON = "courses/tea/lessons/water/lesson.uk.md";
    static final String ENGLISH = "courses/tea/lessons/water/lesson.en.md";
    static final String QUESTIONS = "courses/tea/questions/water.yaml";
    static final String PICTURE = "courses/tea/pictures/kettle.svg";
    static final String FRAMEWORK = "frameworks/digcomp-ua-citizens.yaml";
    static final String COMMUNITY = "programme/community.yaml";

    private final Path root;

    ContentFixture(Path root) {
        this.root = root;
        for (String file : new String[] {FRAMEWORK, COMMUNITY}) {
            write(file, read(Path.of("course-content", file)));
        }
        write(COURSE, COURSE_YAML);
        write(LESSON, LESSON_UK);
        write(ENGLISH, LESSON_EN);
        write(QUESTIONS, QUESTIONS_YAML);
        write(PICTURE, KETTLE_SVG);
    }

    Path root() {
        return root;
    }

    ContentFixture write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ContentFixture delete(String file) {
        try {
            Files.delete(root.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a passage that stands once in the file. */
    ContentFixture replace(String file, String passage, String replacement) {
        String text = text(file);
        assertThat(text).containsOnlyOnce(passage);
        return write(file, text.replace(passage, replacement));
    }

    String text(String file) {
        return read(root.resolve(file));
    }

    /** The line in which a passage begins, from 1; after {@code last:} of its last place. */
    int line(String file, String passage) {
        String text = text(file);
        String sought = passage.replaceFirst("^last:", "");
        int place = sought.equals(passage) ? text.indexOf(sought) : text.lastIndexOf(sought);
        assertThat(place).as(passage).isNotNegative();
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    ContentFolder folder() {
        return ContentFolder.read(root);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String COURSE_YAML = """
            id: tea
            languages: [uk, en]
            title: {uk: "Чай", en: "Tea"}
            summary: {uk: "Як заварити чай.", en: "How to make tea."}
            audience: [everyone]
            band: basic
            framework: digcomp-ua-citizens
            competences:
              - {id: devices, level: A1}
            outcomes:
              uk: ["Заварите чай."]
              en: ["Make tea."]
            picture: kettle.svg
            picture_alt: {uk: "Чайник на столі.", en: "A kettle on a table."}
            checked_on: 2026-11-20
            sections:
              - id: first
                title: {uk: "Початок", en: "Beginning"}
                lessons: [water]
            quiz:
              questions: 1
              pass_percent: 70
              minutes: 2
            certificate:
              lessons: all
            """;

    private static final String LESSON_UK = """
            ---
            title: "Вода"
            minutes: 3
            ---

            ## Навіщо вода {#why-water}

            Без води чаю **не буде**. Читайте [пораду](https://example.org/tea).

            ![Чайник стоїть на столі.](kettle.svg)

            > [!TRY]
            > Налийте води.
            > Увімкніть чайник.

            ## Скільки води {#how-much}

            ```question
            how-much
            ```

            ## Коли кипить {#boiling}

            Вода шумить.

            ```question
            boiling
            ```
            """;

    private static final String LESSON_EN = """
            ---
            title: "Water"
            minutes: 3
            ---

            ## Why water {#why-water}

            There is no tea **without water**. Read [some advice](https://example.org/tea).

            ![A kettle stands on a table.](kettle.svg)

            > [!TRY]
            > Pour some water.
            > Switch the kettle on.

            ## How much water {#how-much}

            ```question
            how-much
            ```

            ## When it boils {#boiling}

            The water makes a noise.

            ```question
            boiling
            ```
            """;

    private static final String QUESTIONS_YAML = """
            - id: how-much
              use: lesson
              type: single-choice
              competence: devices
              level: A1
              prompt: {uk: "Скільки **води** потрібно?", en: "How much **water**?"}
              options:
                - {id: one-cup, right: true, text: {uk: "Чашка", en: "A cup"}}
                - {id: none, text: {uk: "Ніскільки", en: "None"}, feedback: {uk: "Так чаю не буде.", en: "No tea then."}}
              feedback: {uk: "На чашку чаю треба чашка води.", en: "A cup of tea takes a cup of water."}
              hint: {uk: "Погляньте на чашку.", en: "Look at the cup."}
            - id: boiling
              use: lesson
              type: true-false
              right: true
              competence: devices
              level: A1
              prompt: {uk: "Вода кипить.", en: "The water boils."}
              feedback: {uk: "Так.", en: "Yes."}
            - id: degrees
              use: final
              type: number
              answer: 100
              tolerance: 0.5
              unit: {uk: "градусів", en: "degrees"}
              competence: devices
              level: A1
              prompt: {uk: "За якої температури кипить вода?", en: "At which temperature does water boil?"}
              feedback: {uk: "За ста градусів.", en: "At a hundred degrees."}
            - id: order
              use: final
              type: ordering
              competence: devices
              level: A1
              prompt: {uk: "Розставте за порядком.", en: "Put in order."}
              items:
                - {id: pour, text: {uk: "Налити", en: "Pour"}}
                - {id: boil, text: {uk: "Закип’ятити", en: "Boil"}}
                - {id: drink, text: {uk: "Випити", en: "Drink"}}
              feedback: {uk: "Спершу вода.", en: "Water first."}
            - id: filled
              use: final
              type: gaps
              competence: devices
              level: A1
              prompt: {uk: "Заповніть.", en: "Fill in."}
              text: {uk: "Чай п’ють {{when}} з {{what}}.", en: "Tea is drunk {{when}} from a {{what}}."}
              gaps:
                - id: when
                  options:
                    - {id: morning, right: true, text: {uk: "вранці", en: "in the morning"}}
                    - {id: never, text: {uk: "ніколи", en: "never"}}
                - {id: what, accept: {uk: ["чашки"], en: ["cup", "mug"]}}
              feedback: {uk: "Смачного.", en: "Enjoy."}
            """;

    private static final String KETTLE_SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">
              <title>Kettle</title>
              <g class="f-none s-ink w-1 round" transform="translate(10 20)">
                <path d="M10 10h40l-8 60H18z"/>
                <circle class="f-amber" cx="30" cy="40" r="6.5"/>
                <text x="5" y="5" font-size="12" text-anchor="middle">100 &lt; 101</text>
              </g>
            </svg>
            """;
}
