package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.EmailPeople;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.TestMail;
import ua.stezhka.platform.TestPost;

/** People are told by letter when their account is about to go, and when it is gone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class DataLettersTest {
    private static final String SOON_GONE = "Ваш обліковий запис у «Стежці» скоро зникне";
    private static final String WILL_ERASE = "Ми зітремо ваш обліковий запис у «Стежці»";
    private static final String ERASED = "Ваш обліковий запис у «Стежці» стерто";

    @Inject
    Jdbi jdbi;

    @Inject
    Retention retention;

    @Inject
    Erasures erasures;

    @Inject
    Clock clock;

    private TestPost post;

    @BeforeEach
    void open() {
        post = TestPost.open();
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void whoever_does_not_come_for_long_is_warned_at_the_address_that_is_proved() {
        EmailPeople proved = EmailPeople.confirmed(post);
        EmailPeople typed = EmailPeople.unconfirmed();
        post.deliver();
        int before = post.letters(typed.email()).size();
        forYears(proved);
        forYears(typed);

        retention.run(RetentionRule.WARNINGS, clock.instant());
        post.deliver();

        MimeMessage letter = post.letters(proved.email()).getLast();
        assertThat(TestPost.subject(letter)).isEqualTo(SOON_GONE);
        assertThat(TestPost.text(letter))
                .contains("Досить один раз увійти", "/sign-in")
                .doesNotContain("Олена");
        assertThat(TestPost.html(letter)).contains("Увійти до «Стежки»</a>");
        assertThat(post.letters(typed.email())).hasSize(before);
    }

    @Test
    void a_request_to_be_erased_is_confirmed_by_one_letter() {
        EmailPeople person = EmailPeople.confirmed(post);
        ask(person);
        ask(person);

        assertThat(subjects(person)).containsOnlyOnce(WILL_ERASE);
        assertThat(TestPost.text(post.letters(person.email()).getLast()))
                .contains("«Стерти все»", "Якщо це були не ви")
                .doesNotContain("Олена");
    }

    @Test
    void the_last_letter_tells_of_the_erasure_and_nothing_of_the_person_stays() {
        EmailPeople person = EmailPeople.confirmed(post);
        UUID id = TestPeople.idOf(person.browser());
        ask(person);
        erasures.erase(id, true, "request");

        assertThat(subjects(person))
                .contains(ERASED)
                .as("waited when the person was erased")
                .doesNotContain(WILL_ERASE);
        int left = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from platform.letter where recipient is not null or key like '%' || :id || '%'")
                .bind("id", id.toString())
                .mapTo(Integer.class)
                .one());
        assertThat(left).isZero();
    }

    @Test
    void a_person_who_reads_english_is_told_in_english() {
        EmailPeople person = EmailPeople.confirmed(post);
        UUID id = TestPeople.idOf(person.browser());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.comfort (person_id, language, text_size, theme, calm, pace, chosen_at)
                        values (:id, 'en', '100', 'auto', false, 'usual', :now)
                        on conflict (person_id) do update set language = 'en'""")
                .bind("id", id)
                .bind("now", clock.instant())
                .execute());
        erasures.erase(id, true, "request");

        assertThat(subjects(person)).contains("Your account in Stezhka is erased");
    }

    @Test
    void a_person_whom_a_backup_brought_back_is_not_told_twice() {
        EmailPeople person = EmailPeople.confirmed(post);
        erasures.erase(TestPeople.idOf(person.browser()), true, "restore");

        assertThat(subjects(person)).doesNotContain(ERASED);
    }

    private static void ask(EmailPeople person) {
        assertThat(person.browser()
                        .post("/settings/erasure", "certificates", "keep", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    private List<String> subjects(EmailPeople person) {
        post.deliver();
        return post.letters(person.email()).stream().map(TestPost::subject).toList();
    }

    private void forYears(EmailPeople person) {
        UUID id = TestPeople.idOf(person.browser());
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "update account.person set registered_at = registered_at - interval '1100 days' where id = :id")
                    .bind("id", id)
                    .execute();
            handle.createUpdate("""
                            update account.session
                            set started_at = started_at - interval '1100 days', expires_at = expires_at - interval '1100 days'
                            where person_id = :id""").bind("id", id).execute();
        });
    }
}
