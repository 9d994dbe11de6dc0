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
              units: {uk: ["°C"], en: ["°C"]}
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
                - {id: what, accept: {uk: ["чашки"], en: ["cup", "mug"]}, near: true, wrong: {uk: ["чашка"], en: ["cap"]}}
              feedback: {uk: "Смачного.", en: "Enjoy."}
            - id: sorted
              use: final
              type: categorise
              competence: devices
              level: A1
              prompt: {uk: "Що гаряче?", en: "What is hot?"}
              categories:
                - {id: hot, text: {uk: "Гаряче", en: "Hot"}}
                - {id: cold, text: {uk: "Холодне", en: "Cold"}}
              items:
                - {id: tea, in: hot, text: {uk: "Чай", en: "Tea"}}
                - {id: juice, in: cold, text: {uk: "Сік", en: "Juice"}}
                - {id: soup, in: hot, text: {uk: "Суп", en: "Soup"}}
              feedback: {uk: "Обережно.", en: "Careful."}
            - id: spout
              use: final
              type: hotspot
              competence: devices
              level: A1
              prompt: {uk: "Звідки ллється вода?", en: "Where does the water come out?"}
              picture: kettle.svg
              picture_alt: {uk: "Чайник.", en: "A kettle."}
              regions:
                - {id: spout, right: true, text: {uk: "Ліворуч", en: "On the left"}, rectangle: [10, 10, 80, 80]}
                - {id: lid, text: {uk: "Угорі", en: "At the top"}, circle: [200, 60, 40]}
                - {id: base, text: {uk: "Унизу", en: "At the bottom"}, polygon: [[100, 120], [300, 120], [200, 190]]}
              feedback: {uk: "З носика.", en: "From the spout."}
            - id: needed
              use: final
              type: multiple-choice
              marking: all-or-nothing
              competence: devices
              level: A1
              prompt: {uk: "Що потрібно для чаю?", en: "What does tea take?"}
              options:
                - {id: water, right: true, text: {uk: "Вода", en: "Water"}}
                - {id: leaves, right: true, text: {uk: "Листя", en: "Leaves"}}
                - {id: nail, text: {uk: "Цвях", en: "A nail"}}
              feedback: {uk: "Вода й листя.", en: "Water and leaves."}
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
