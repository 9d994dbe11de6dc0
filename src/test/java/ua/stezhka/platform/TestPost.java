package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;

/** A real mail server, and what arrived there. */
public final class TestPost implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("(?m)^https?://[^/]+(/\\S+)$");

    private final GreenMail server = new GreenMail(new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private TestPost() {
        server.start();
    }

    /** Opens the mail server; letters of other tests are gone. */
    public static TestPost open() {
        forget();
        return new TestPost();
    }

    /** Opens the mail server for the letters that wait already. */
    static TestPost openWithWhatWaits() {
        return new TestPost();
    }

    /** Forgets letters that wait, and who has tried what how often. */
    public static void forget() {
        CDI.current().select(Jdbi.class).get().useHandle(handle -> {
            handle.execute("delete from platform.letter");
            handle.execute("delete from account.failed_sign_in");
        });
    }

    public static int port() {
        return ConfigProvider.getConfig().getValue("stezhka.platform.mail-port", Integer.class);
    }

    /** Sends what waits. */
    public void deliver() {
        CDI.current().select(Postman.class).get().deliver();
    }

    public List<MimeMessage> letters() {
        return List.of(server.getReceivedMessages());
    }

    /** The letters to an address, oldest first. */
    public List<MimeMessage> letters(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> recipient(letter).equals(to))
                .toList();
    }

    /** Sends what waits, and finds the link in the newest letter to an address. */
    public String link(String to) {
        deliver();
        assertThat(letters(to)).as("letters to " + to).isNotEmpty();
        Matcher link = LINK.matcher(text(letters(to).getLast()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The secret of the link in the newest letter to an address. */
    public String secret(String to) {
        String link = link(to);
        return link.substring(link.indexOf("secret=") + "secret=".length());
    }

    public static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public static String text(MimeMessage letter) {
        return part(letter, 0);
    }

    public static String html(MimeMessage letter) {
        return part(letter, 1);
    }

    private static String recipient(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(MimeMessage letter, int number) {
        try {
            MimeMultipart parts = (MimeMultipart) letter.getContent();
            return ((String) parts.getBodyPart(number).getContent()).replace("\r\n", "\n");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
