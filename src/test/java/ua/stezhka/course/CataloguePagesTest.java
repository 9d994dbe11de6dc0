package ua.stezhka.course;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.course.CourseFixtures.course;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CataloguePagesTest {
    private static final int MOST_STATEMENTS = 3;

    @Inject
    Courses courses;

    @Inject
    Jdbi jdbi;

    private List<String> realCourses = List.of();

    @BeforeEach
    void publish_three_courses_of_our_own() {
        realCourses = courses.all().stream().map(Revision::slug).toList();
        assertThat(realCourses).contains("internet-safety");
        courses.publish(course("tea", "Як заварити чай.", List.of("everyone"), "basic", 20));
        courses.publish(course("coffee", "Як зварити каву.", List.of("older-people"), "intermediate", 45));
        courses.publish(course("cocoa", "Як зварити какао.", List.of("parents", "pupils"), "basic", 90));
        courses.withdrawAllBut(List.of("tea", "coffee", "cocoa"));
    }

    @AfterEach
    void bring_the_real_courses_back() {
        jdbi.useHandle(
                handle -> handle.createUpdate("update course.course set withdrawn_at = null where slug = any(:slugs)")
                        .bindArray("slugs", String.class, realCourses)
                        .execute());
        courses.withdrawAllBut(realCourses);
        assertThat(courses.all()).extracting(Revision::slug).containsExactlyElementsOf(realCourses);
    }

    @Test
    void the_catalogue_shows_every_course_with_its_facts() {
        Document page = page("/courses");
        assertThat(page.select("h1").text()).isEqualTo("Курси");
        assertThat(page.select("h2").eachText()).contains("3 курси");
        assertThat(page.select("article h3 a").eachAttr("href"))
                .containsExactly("/courses/cocoa", "/courses/coffee", "/courses/tea");
        assertThat(page.select("article:has(a[href=/courses/cocoa])").text())
                .contains("Базовий рівень", "Як зварити какао.", "1 урок", "90 хвилин", "Для батьків · Для учнів");
        assertThat(page.select("article svg").eachAttr("aria-hidden")).containsOnly("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?audience=older-people|coffee,tea",
                "?audience=older-people&audience=parents|cocoa,coffee,tea",
                "?audience=everyone|tea",
                "?band=basic|cocoa,tea",
                "?minutes=30|tea",
                "?minutes=60|coffee,tea",
                "?minutes=more|cocoa",
                "?area=computer-basics|cocoa,coffee,tea",
                "?band=basic&minutes=60|tea",
                "?area=&band=&minutes=|cocoa,coffee,tea"
            })
    void filters_narrow_the_catalogue(String query, String expected) {
        assertThat(page("/courses" + query).select("article h3 a").eachAttr("href"))
                .containsExactly(java.util.Arrays.stream(expected.split(","))
                        .map(s -> "/courses/" + s)
                        .toArray(String[]::new));
        assertThat(String.join(",", api("/api/v1/courses" + query).jsonPath().getList("slug", String.class)))
                .isEqualTo(expected);
    }

    @Test
    void a_filter_stays_chosen_and_can_be_reset() {
        Document page = page("/courses?audience=older-people&band=intermediate");
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
                .containsExactly("older-people");
        assertThat(page.select("form.filters input[type=radio][checked]").eachAttr("id"))
                .containsExactly("band-intermediate", "minutes-any");
        assertThat(page.select("h2").eachText()).contains("Знайшли 1 курс");
        assertThat(page.select("form.filters a[href=/courses]").text()).isEqualTo("Скинути");
        assertThat(page("/courses").select("form.filters a")).isEmpty();
    }

    @Test
    void every_chip_has_its_own_label() {
        Document page = page("/courses");
        for (var input : page.select("form.filters input")) {
            assertThat(page.select("label[for=" + input.id() + "]").text()).isNotBlank();
        }
        assertThat(page.select("input[name=audience]").eachAttr("value"))
                .containsExactly("everyone", "older-people", "parents", "pupils");
        assertThat(page.select("input[name=band]").eachAttr("value"))
                .containsExactly("", "basic", "intermediate", "advanced");
        assertThat(page.select("input[name=minutes]").eachAttr("value")).containsExactly("", "30", "60", "more");
    }

    @ParameterizedTest
    @CsvSource({"?band=advanced", "?area=no-such-area", "?minutes=1e9"})
    void what_nobody_offers_is_said_kindly_with_one_way_on(String query) {
        Document page = page("/courses" + query);
        assertThat(page.select("main h2").text()).isEqualTo("Такого курсу ще немає");
        assertThat(page.select("main a.btn").eachAttr("href")).containsExactly("/courses");
        assertThat(page.select("main a[href^=tel:]")).hasSize(1);
        assertThat(api("/api/v1/courses" + query).jsonPath().getList("$")).isEmpty();
    }

    @Test
    void in_english_a_course_without_translation_says_so() {
        CourseDraft whole = course("tea", "Як заварити чай.");
        courses.publish(new CourseDraft(
                whole.slug(),
                List.of("uk"),
                new ua.stezhka.platform.LocalText("Чай", null),
                new ua.stezhka.platform.LocalText("Як заварити чай.", null),
                whole.audience(),
                whole.band(),
                whole.framework(),
                whole.competences(),
                whole.outcomes(),
                whole.picture(),
                whole.pictureAlt(),
                whole.checkedOn(),
                whole.sections(),
                whole.quiz(),
                whole.pictures()));
        Document page = Jsoup.parse(
                given().cookie("stezhka-comfort", "lang=en").get("/courses").asString());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("article[lang=uk]").text()).contains("Чай", "In Ukrainian");
        assertThat(page.select("article:not([lang])")).hasSize(2);
    }

    @Test
    void the_catalogue_takes_few_statements_whatever_it_holds() {
        page("/courses");
        assertThat(statements("/courses")).isLessThanOrEqualTo(MOST_STATEMENTS);
        for (int i = 0; i < 20; i++) {
            courses.publish(course("many-" + i, "Підсумок."));
        }
        page("/courses");
        assertThat(statements("/courses")).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void a_course_for_programs_has_sections_and_lessons_but_no_questions() {
        Response response = api("/api/v1/courses/tea");
        assertThat(response.jsonPath().getString("course.title.uk")).isEqualTo("Чай tea");
        assertThat(response.jsonPath().getString("sections[0].lessons[0].address"))
                .isEqualTo("/courses/tea/lessons/water");
        assertThat(response.jsonPath().getInt("quiz.passPercent")).isEqualTo(70);
        assertThat(response.asString()).doesNotContain("how-much");
        assertThat(given().accept("application/json")
                        .get("/api/v1/courses/no-such-course")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_framework_page_shows_areas_working_titles_and_where_they_are_taught() {
        Document page = page("/framework/digcomp-ua-citizens");
        assertThat(page.select("h1").text()).isEqualTo("Рамка цифрової компетентності для громадян України");
        assertThat(page.select("main section h2")).hasSize(7);
        assertThat(page.select("main h3")).hasSize(30);
        assertThat(page.select("main").text()).contains("Назви й описи компетентностей тут робочі");
        assertThat(page.select("main li:has(a[href=/courses/tea])").text()).contains("Базовий A1");
        assertThat(given().get("/framework/no-such-framework").statusCode()).isEqualTo(404);
        assertThat(statements("/framework/digcomp-ua-citizens")).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void frameworks_for_programs_keep_stable_ids_and_say_that_names_are_not_official() {
        Response response = api("/api/v1/frameworks/digcomp-ua-citizens");
        assertThat(response.jsonPath().getBoolean("namesOfficial")).isFalse();
        assertThat(response.jsonPath().getList("areas.id")).hasSize(6);
        assertThat(api("/api/v1/frameworks").jsonPath().getList("id")).contains("digcomp-ua-citizens");
    }

    private static Document page(String path) {
        Response response = given().urlEncodingEnabled(true).get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    private static int statements(String path) {
        return Integer.parseInt(given().get(path).header("X-Statements"));
    }

    private static Response api(String path) {
        Response response = given().accept("application/json").get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }
}
