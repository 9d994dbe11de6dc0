package ua.stezhka.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.CertifyingFixtures;

/** Every page in every state is looked at closely: in all themes, on phone and desk, narrow and with large text. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageTest {
    @Inject
    CertifyingFixtures certifying;

    private static final String COURSE = "internet-safety";
    private static final String LESSON = "/courses/" + COURSE + "/lessons/bank-call";

    /** Looks closely at what is open. */
    static void see(Visit visit, String state) {
        visit.blame(Look.closely(visit.page, state));
    }

    /** Opens a page that people act on, and looks closely: it has one main action. */
    static void see(Visit visit, String state, String path) {
        visit.open(path);
        acts(visit, state);
        see(visit, state);
    }

    /** Opens a page that people only read, and looks closely. */
    static void read(Visit visit, String state, String path) {
        visit.open(path);
        see(visit, state);
    }

    static void acts(Visit visit, String state) {
        long main = visit.page.locator("main .btn:not(.btn--ghost):not(.btn--quiet)").all().stream()
                .filter(each -> each.isVisible())
                .count();
        if (main != 1) {
            visit.blame(List.of(state + ": " + main + " main actions"));
        }
    }

    @Test
    void pages_of_a_stranger() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            see(visit, "landing", "/");
            visit.page.locator(".comfort summary").click();
            see(visit, "comfort open");
            see(visit, "catalogue", "/courses");
            see(visit, "catalogue filtered", "/courses?minutes=60&area=safety");
            see(visit, "catalogue empty", "/courses?minutes=30&band=advanced");
            see(visit, "course", "/courses/" + COURSE);
            see(visit, "course in Ukrainian only", "/courses/smartphone-first-steps");
            see(visit, "lesson", LESSON + "/steps/1");
            see(visit, "my learning empty", "/my");
            read(visit, "lesson on paper", LESSON + "/sheet");
            read(visit, "rehearsal", LESSON + "/steps/7");
            see(visit, "no network", "/offline/uk");
            read(visit, "help", "/help");
            read(visit, "about", "/about");
            read(visit, "privacy", "/privacy");
            read(visit, "accessibility", "/accessibility");
            read(visit, "framework", "/framework/digcomp-ua-citizens");
            see(visit, "quiz before", "/courses/" + COURSE + "/quiz");
            see(visit, "certificate remaining", "/courses/" + COURSE + "/certificate");
            see(visit, "number to check", "/certificates");
            see(visit, "number mistyped", "/certificates?number=abc");
            see(visit, "not found", "/nothing/here");
            see(visit, "not signed in", "/settings");
            see(visit, "signed out", "/signed-out");
        }
    }

    @Test
    void forms_of_accounts() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            see(visit, "sign in", "/sign-in");
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "sign in refused");
            see(visit, "registration", "/registration");
            visit.press("main form .btn:not(.btn--ghost)");
            assertThat(visit.page.locator("[data-errors]")).isFocused();
            see(visit, "registration faulty");
            visit.register("Ганна Приклад " + TestPeople.suffix());
            see(visit, "settings", "/settings");
            visit.press("form[action='/settings/password'] button:not([type=button])");
            see(visit, "settings faulty");
            see(visit, "e-mail of the account", "/settings/email");
            visit.press("form[action='/settings/email'] .btn:not(.btn--ghost)");
            see(visit, "e-mail of the account faulty");
            read(visit, "no other services", "/settings/services");
            see(visit, "no links without a mail server", "/sign-in/link");
            see(visit, "link asked for", "/sign-in/link/sent");
            see(visit, "link dead", "/sign-in/link/open?secret=guess");
            see(visit, "e-mail confirmed", "/email-confirmation/done");
        }
    }

    @Test
    void questions_of_every_type_in_lessons() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            Walk walk = new Walk(visit, COURSE, "uk");
            for (String type : AnswerSheet.TYPES) {
                see(visit, type, walk.sheet().first(type).address(COURSE));
                if (type.equals("single-choice") || type.equals("multiple-choice")) {
                    visit.press("form[action$='/response'] .btn:not(.btn--ghost)");
                    see(visit, type + " with nothing chosen");
                    walk.reply().wrong();
                    visit.press("form[action$='/response'] .btn:not(.btn--ghost)");
                    acts(visit, type + " looked at again");
                    see(visit, type + " looked at again");
                }
                walk.reply().right();
                visit.press("form[action$='/response'] .btn:not(.btn--ghost)");
                acts(visit, type + " right");
                see(visit, type + " right");
            }
        }
    }

    @Test
    void pages_of_a_guest_in_english() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/");
            visit.inEnglish();
            Walk walk = new Walk(visit, COURSE, "en");
            visit.open(LESSON);
            walk.throughLesson();
            acts(visit, "lesson done");
            see(visit, "lesson done");
            see(visit, "landing of one who has begun", "/");
            see(visit, "my learning of a guest", "/my");
            see(visit, "course begun", "/courses/" + COURSE);
            see(visit, "course in Ukrainian for English readers", "/courses/smartphone-first-steps");
            see(
                    visit,
                    "lesson in Ukrainian for English readers",
                    "/courses/smartphone-first-steps/lessons/buttons-and-touch/steps/1");
            walk.goOn();
            visit.open("/my");
            for (String path : List.of(
                    "/courses",
                    "/help",
                    "/about",
                    "/privacy",
                    "/accessibility",
                    "/framework/digcomp-ua-citizens",
                    "/offline/en",
                    "/registration",
                    "/sign-in",
                    "/certificates",
                    "/certificates?number=abc",
                    "/nothing/here",
                    "/settings",
                    "/sign-in/link",
                    "/sign-in/link/sent",
                    "/sign-in/link/open?secret=guess",
                    "/email-confirmation/done",
                    "/courses/" + COURSE + "/certificate",
                    "/courses/smartphone-first-steps/quiz")) {
                visit.open(path);
            }
        }
    }

    @Test
    void a_quiz_from_its_first_question_to_its_result() {
        String name = "Ірина Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.signIn(name);
            Walk walk = new Walk(visit, COURSE, "uk");
            walk.finishLessonsByProgram();
            see(visit, "my learning before the quiz", "/my");
            see(visit, "course before the quiz", "/courses/" + COURSE);
            visit.open("/courses/" + COURSE + "/quiz");
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "first question");
            walk.reply().right();
            assertThat(walk.saved()).isVisible();
            see(visit, "answer saved");
            visit.page.locator("label[for=flag]").click();
            walk.next();
            String attempt = visit.path().replaceAll("/questions/.*", "");
            visit.cut(true);
            visit.page.locator("[data-unknown]").evaluate("it => it.labels[0].click()");
            assertThat(visit.page.locator("[data-save-state]")).hasAttribute("data-state", "waiting");
            see(visit, "answer waits on the device");
            visit.cut(false);
            assertThat(walk.saved()).isVisible();
            see(visit, "quiz goes on", "/courses/" + COURSE + "/quiz");
            see(visit, "review", attempt + "/review");
            walk.submit();
            acts(visit, "result not yet");
            see(visit, "result not yet");
            read(visit, "log", attempt + "/log");
            visit.open("/courses/" + COURSE + "/quiz");
            walk.throughQuiz();
            walk.submit();
            acts(visit, "result passed");
            see(visit, "result passed");
            see(visit, "own certificate", "/courses/" + COURSE + "/certificate");
            String certificate = visit.path();
            see(visit, "my learning with a certificate", "/my");
            see(visit, "course completed", "/courses/" + COURSE);
            try (Visit stranger = Visit.on(Screen.PHONE)) {
                read(stranger, "certificate valid", certificate);
            }
        }
    }

    @Test
    void pages_of_administrators() {
        String name = "Левко Зразок " + TestPeople.suffix();
        try (Visit learner = Visit.on(Screen.PHONE);
                Visit visit = Visit.on(Screen.DESKTOP)) {
            String certificate = AdministratorJourneyTest.certificateOf(learner, name, COURSE);
            see(learner, "not allowed", "/administration/people");
            AdministratorJourneyTest.signInAsAdministrator(visit);
            for (String list : List.of("people", "courses", "enrolments", "completions", "certificates")) {
                read(visit, "administration of " + list, "/administration/" + list);
            }
            see(visit, "shared computers", "/shared-computer");
            read(visit, "nobody found", "/administration/people?find=nobody-of-this-name");
            read(visit, "retention", "/administration/retention");
            read(visit, "attempts", "/administration/attempts?show=all");
            visit.page
                    .locator("main tbody a[href^='/administration/attempts/']")
                    .first()
                    .click();
            see(visit, "attempt for staff");
            see(visit, "scores", "/administration/scores");
            visit.press("form[action$='/check'] .btn");
            see(visit, "scores checked");
            read(visit, "requests about data", "/administration/data-requests?find=" + name.replace(' ', '+'));
            visit.page
                    .locator("main ul:not(nav ul) a[href*='/people/']")
                    .first()
                    .click();
            see(visit, "data of a person");
            visit.press("form[action$='/export'] .btn:not([type=button]):not([formaction])");
            see(visit, "data of a person faulty");
            see(visit, "revocation", "/administration" + certificate + "/revocation");
            visit.press(".btn--danger");
            see(visit, "revocation faulty");
            visit.page.locator("#reason").selectOption("request");
            visit.press(".btn--danger");
            see(visit, "certificate revoked, for the administrator");
            read(learner, "certificate revoked, for the holder", certificate);
            visit.open("/administration/courses");
            visit.inEnglish();
        }
    }

    @Test
    void a_quiz_with_limits() {
        String name = "Тарас Приклад " + TestPeople.suffix();
        String person = TestPeople.idOf(TestPeople.register(name)).toString();
        String quiz = "/courses/" + certifying.timed(30) + "/quiz";
        String daily = "/courses/" + certifying.oneADay() + "/quiz";
        try (Visit visit = Visit.on(Screen.PHONE);
                Visit staff = Visit.on(Screen.DESKTOP)) {
            visit.signIn(name);
            see(visit, "quiz with a limit of time", quiz);
            visit.press("main form[action$='/attempts'] .btn:not(.btn--ghost)");
            see(visit, "question with a limit of time");
            String attempt = visit.path().replaceAll("/questions/.*", "");
            see(visit, "review with a limit of time", attempt + "/review");
            AdministratorJourneyTest.signInAsAdministrator(staff);
            see(staff, "attempt to extend", "/administration" + attempt);
            staff.press("main form .btn:not(.btn--ghost)");
            see(staff, "extension faulty");
            staff.page.locator("#minutes").fill("10");
            staff.press("main form .btn:not(.btn--ghost)");
            see(staff, "attempt extended");
            see(staff, "time for a person", "/administration/accommodations/" + person);
            staff.page.locator("label[for=time-unlimited]").click();
            staff.press("main form .btn:not(.btn--ghost)");
            see(staff, "time given");
            staff.inEnglish();
            see(visit, "quiz with time given", quiz);
            visit.open(daily);
            visit.press("main form[action$='/attempts'] .btn:not(.btn--ghost)");
            visit.open(visit.path().replaceAll("/questions/.*", "/review"));
            visit.press("main form .btn:not(.btn--ghost)");
            see(visit, "result with a wait");
            see(visit, "quiz not yet", daily);
        }
    }
}
