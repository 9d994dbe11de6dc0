package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A list of people is looked at first and then taken as a whole or not at all. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PeopleImportTest {
    private static final String MARK = "\uFEFF";

    @Inject
    Jdbi jdbi;

    private final TestBrowser administrator = TestPeople.administrator();
    private final String suffix = TestPeople.suffix();

    private TestBrowser.Answer look(String file) {
        return look(file.getBytes(StandardCharsets.UTF_8));
    }

    private TestBrowser.Answer look(byte[] file) {
        return administrator.upload("/administration/import", "file", file);
    }

    private TestBrowser.Answer confirm(TestBrowser.Answer looked) {
        return administrator.post(
                "/administration/import/confirmation",
                "id",
                looked.page().select("input[name=id]").attr("value"));
    }

    private int invited() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from people.invitation where name like ?")
                .bind(0, '%' + suffix)
                .mapTo(Integer.class)
                .one());
    }

    private static List<String> row(TestBrowser.Answer answer, int number) {
        return answer.page().select("tbody tr").stream()
                .filter(row -> row.select("td.num").text().equals(Integer.toString(number)))
                .findFirst()
                .orElseThrow()
                .select("td, th")
                .eachText();
    }

    @Test
    void all_of_a_right_list_are_invited_by_links_that_work() {
        var looked = look(MARK + "name;login;email;role;scope\r\n"
                + "Олена " + suffix + ";;o" + suffix.hashCode() + "@example.com;mentor;\r\n"
                + "\"Іван; молодший " + suffix + "\";;;Ментор / tutor;cohort:01970000-0000-7000-8000-000000000001\r\n"
                + ";;;;\r\n");
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(invited()).as("looking writes nothing").isZero();
        assertThat(row(looked, 3)).anyMatch(cell -> cell.contains("Ментор, група") && cell.contains("Тьютор, група"));

        var done = confirm(looked);
        assertThat(done.status()).isEqualTo(200);
        List<String> links = done.page().select("code").eachText();
        assertThat(links).hasSize(2);
        assertThat(invited()).isEqualTo(2);
        String link = links.getFirst().replaceFirst("^https?://[^/]+", "");
        assertThat(new TestBrowser().get(link).page().select("#name").attr("value"))
                .isEqualTo("Олена " + suffix);
        assertThat(confirm(looked).status()).as("a second press").isEqualTo(409);
        assertThat(invited()).isEqualTo(2);
    }

    @Test
    void each_line_at_fault_is_named_with_its_cure_and_nobody_is_invited() {
        String taken = "Зайнята " + suffix;
        TestPeople.register(taken);
        var looked = look("email,name,role,scope,login\n"
                + "one@example.com,Перша " + suffix + ",mentor,,\n"
                + "one@example.com,Друга " + suffix + ",,,\n"
                + "not an address,Третя " + suffix + ",,,\n"
                + ",4,,,\n"
                + ",Пʼята " + suffix + ",shaman,,\n"
                + ",Шоста " + suffix + ",mentor,cohort:7,\n"
                + ",Сьома " + suffix + ",,," + taken + "\n"
                + "," + taken + ",,,\n");
        assertThat(looked.status()).isEqualTo(422);
        assertThat(row(looked, 2).getLast()).isEqualTo("гаразд");
        assertThat(row(looked, 3).getLast()).contains("вище");
        assertThat(row(looked, 4).getLast()).contains("olena@example.com");
        assertThat(row(looked, 5).getLast()).contains("ім’я та прізвище");
        assertThat(row(looked, 6).getLast()).contains("Виберіть роль");
        assertThat(row(looked, 7).getLast()).contains("Такого місця немає");
        assertThat(row(looked, 8).getLast()).contains("уже є");
        assertThat(row(looked, 9).getLast()).as("no fault, but worth a look").contains("Перевірте, чи це не вона");
        assertThat(looked.page().select("input[name=id]")).isEmpty();
        assertThat(looked.page().select("tbody tr:first-child td.num").text())
                .as("faults first")
                .isEqualTo("3");
        assertThat(invited()).isZero();
    }

    @Test
    void what_comes_between_looking_and_confirming_leaves_nothing_half_done() {
        String login = "Спритна " + suffix;
        var looked = look("name;login\nАнна " + suffix + ";\nБогдана " + suffix + ";" + login + "\n");
        TestPeople.register(login);
        assertThat(confirm(looked).status()).isEqualTo(409);
        assertThat(invited()).isZero();
    }

    @Test
    void a_list_of_somebody_else_is_not_confirmed() {
        var looked = look("name\nАнна " + suffix + "\n");
        assertThat(TestPeople.administrator()
                        .post(
                                "/administration/import/confirmation",
                                "id",
                                looked.page().select("input[name=id]").attr("value"))
                        .status())
                .isEqualTo(409);
        assertThat(invited()).isZero();
    }

    @Test
    void a_file_that_is_no_such_list_is_told_what_to_do() {
        String rows = IntStream.range(0, 501).mapToObj(i -> "Особа " + i).collect(Collectors.joining("\n"));
        assertFault(look("name\nОлена\n".getBytes(Charset.forName("windows-1251"))), "windows-1251");
        assertFault(look("\uFEFFname\nОлена\n".getBytes(StandardCharsets.UTF_16LE)), "CSV UTF-8");
        assertFault(look(""), "Виберіть файл");
        assertFault(look("name\n\n\n"), "жодної людини");
        assertFault(look("прізвище;ім’я\nКоваль;Олена"), "стовпець name");
        assertFault(look("name;паспорт\nОлена;КН"), "незнайомий стовпець");
        assertFault(look("name\n" + rows), "щонайбільше 500");
        assertFault(look("name\n\"ніколи не закрито"), "CSV");
        assertFault(look(new byte[300_000]), "щонайбільше 500");
    }

    private static void assertFault(TestBrowser.Answer answer, String cure) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.page().select("[data-errors]").text()).contains(cure);
    }

    @Test
    void the_sample_passes_its_own_check() {
        var sample = administrator.get("/administration/import/template");
        assertThat(sample.header("Content-Type")).isEqualToIgnoringCase("text/csv; charset=UTF-8");
        assertThat(look(sample.body()).status()).isEqualTo(200);
    }
}
