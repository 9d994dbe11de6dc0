package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters wait in the database and leave by a real mail server. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class OutboxTest {
    private static final String TO = "olena@example.com";

    @Inject
    Jdbi jdbi;

    @Inject
    MailServer server;

    @Inject
    LetterPaper paper;

    @Inject
    Event<LetterDue> due;

    @Inject
    Outbox outbox;

    private final HandClock clock = new HandClock();

    @BeforeEach
    void empty() {
        TestPost.forget();
    }

    private Postman node() {
        return new Postman(new WaitingLetters(jdbi, clock), paper, server, due, clock);
    }

    private Letter letter(String key, String word) {
        return Letter.of(
                        key, TO, Languages.UK, "platform/trial", clock.instant().plus(Duration.ofDays(3)))
                .with("word", word);
    }

    private boolean write(Letter letter) {
        return new Outbox(jdbi, clock, server).send(letter);
    }

    private Map<String, Object> row() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from platform.letter").mapToMap().one());
    }

    private int count(String which) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from platform.letter where " + which)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_letter_is_text_and_html_with_a_subject_in_ukrainian() throws Exception {
        try (TestPost post = TestPost.open()) {
            write(letter("key", "<b>їжака</b>"));
            node().deliver();
            MimeMessage letter = post.letters(TO).getFirst();
            assertThat(letter.getSubject()).isEqualTo("Лист про <b>їжака</b>");
            assertThat(letter.getHeader("Subject")[0]).startsWith("=?UTF-8?").isASCII();
            assertThat(letter.getContentType()).startsWith("multipart/alternative");
            assertThat(TestPost.text(letter)).isEqualTo("Слово: <b>їжака</b>\nПосилання: немає");
            assertThat(TestPost.html(letter))
                    .contains("&lt;b&gt;їжака&lt;/b&gt;", "lang=\"uk\"")
                    .doesNotContain("<img", "<script", "http://www", "<link");
            InternetAddress from = (InternetAddress) letter.getFrom()[0];
            assertThat(from.getAddress()).isEqualTo("stezhka@example.org");
            assertThat(from.getPersonal()).isEqualTo("Стежка");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getMessageID()).isEqualTo("<" + row().get("id") + "@example.org>");
        }
    }

    @Test
    void a_letter_that_is_sent_leaves_nothing_about_anybody_behind() {
        try (TestPost post = TestPost.open()) {
            write(letter("key", "їжака"));
            node().deliver();
            assertThat(post.letters()).hasSize(1);
            assertThat(row().get("sent_at")).isNotNull();
            assertThat(row().get("recipient")).isNull();
            assertThat(row().get("content")).isNull();
            clock.forward(Duration.ofDays(31));
            node().deliver();
            assertThat(post.letters()).hasSize(1);
            assertThat(count("true")).isZero();
        }
    }

    @Test
    void a_letter_of_a_deed_that_was_undone_is_none() {
        try (TestPost post = TestPost.open()) {
            QuarkusTransaction.begin();
            outbox.send(letter("undone", "їжака"));
            QuarkusTransaction.rollback();
            QuarkusTransaction.requiringNew().run(() -> outbox.send(letter("done", "ворону")));
            post.deliver();
            assertThat(post.letters()).extracting(TestPost::subject).containsExactly("Лист про ворону");
        }
    }

    @Test
    void one_occasion_is_one_letter() {
        try (TestPost post = TestPost.open()) {
            assertThat(write(letter("key", "їжака"))).isTrue();
            assertThat(write(letter("key", "їжака"))).isFalse();
            node().deliver();
            assertThat(write(letter("key", "їжака"))).isFalse();
            node().deliver();
            assertThat(post.letters()).hasSize(1);
        }
    }

    @Test
    void a_letter_waits_for_a_server_that_is_away_longer_each_time() {
        write(letter("key", "їжака"));
        node().deliver();
        assertThat(row().get("tries")).isEqualTo(1);
        clock.forward(Duration.ofSeconds(119));
        node().deliver();
        assertThat(row().get("tries")).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        node().deliver();
        clock.forward(Duration.ofMinutes(3));
        node().deliver();
        assertThat(row().get("tries")).as("four minutes after the second try").isEqualTo(2);
        clock.forward(Duration.ofMinutes(1));
        try (TestPost post = TestPost.openWithWhatWaits()) {
            node().deliver();
            assertThat(post.letters(TO)).hasSize(1);
        }
    }

    @Test
    void a_letter_that_has_become_useless_is_given_up() {
        write(letter("key", "їжака"));
        clock.forward(Duration.ofDays(3));
        try (TestPost post = TestPost.openWithWhatWaits()) {
            node().deliver();
            assertThat(post.letters()).isEmpty();
        }
        assertThat(row().get("given_up_at")).isNotNull();
        assertThat(row().get("recipient")).isNull();
    }

    @Test
    void a_letter_that_nobody_will_ever_take_is_given_up_at_once_and_does_not_stop_the_others() {
        try (RefusingMailServer refusing = new RefusingMailServer(TestPost.port(), "550 5.1.1 nobody of this name")) {
            write(letter("first", "їжака"));
            write(letter("second", "ворону"));
            node().deliver();
        }
        assertThat(count("given_up_at is not null and tries = 1")).isEqualTo(2);
    }

    @Test
    void a_letter_that_is_not_taken_for_now_is_tried_again() {
        try (RefusingMailServer busy = new RefusingMailServer(TestPost.port(), "451 4.7.1 come again later")) {
            write(letter("key", "їжака"));
            node().deliver();
        }
        assertThat(row().get("given_up_at")).isNull();
        clock.forward(Duration.ofMinutes(2));
        try (TestPost post = TestPost.openWithWhatWaits()) {
            node().deliver();
            assertThat(post.letters(TO)).hasSize(1);
        }
    }

    @Test
    void two_nodes_send_no_letter_twice() throws Exception {
        try (TestPost post = TestPost.open();
                ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 40; i++) {
                write(letter("key" + i, "число " + i));
            }
            Callable<Boolean> sends = () -> {
                node().deliver();
                return true;
            };
            for (var done : nodes.invokeAll(List.of(sends, sends))) {
                assertThat(done.get()).isTrue();
            }
            assertThat(post.letters())
                    .extracting(TestPost::subject)
                    .doesNotHaveDuplicates()
                    .hasSize(40);
        }
    }

    @Test
    void a_line_break_begins_no_header() throws Exception {
        try (TestPost post = TestPost.open()) {
            write(letter("subject", "їжака\r\nBcc: thief@example.com"));
            write(letter("return", "ворону\rBcc: thief@example.com"));
            write(new Letter(
                    "to",
                    TO + "\r\nBcc: thief@example.com",
                    Languages.UK,
                    "platform/trial",
                    Map.of("word", "кота"),
                    clock.instant().plus(Duration.ofDays(1))));
            node().deliver();
            assertThat(post.letters(TO)).hasSize(2);
            assertThat(post.letters()).hasSize(2);
            for (MimeMessage letter : post.letters()) {
                assertThat(letter.getHeader("Bcc")).isNull();
                assertThat(letter.getSubject()).startsWith("Лист про ");
            }
        }
    }
}
