package ua.stezhka.platform;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/** Writes letters as mail programs read them: plain text, and the same in HTML, without pictures or anything fetched from elsewhere. */
@Singleton
class LetterPaper {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Engine engine;
    private final MailServer server;
    private final CurrentCommunity community;
    private final PlatformConfig config;
    private final Clock clock;

    LetterPaper(Engine engine, MailServer server, CurrentCommunity community, PlatformConfig config, Clock clock) {
        this.engine = engine;
        this.server = server;
        this.community = community;
        this.config = config;
        this.clock = clock;
    }

    /** @throws TemplateException when there is no such template or something is missing in it */
    MimeMessage write(UUID id, LetterDue due) throws MessagingException {
        String text = draw(due, ".txt");
        int end = text.indexOf('\n');
        if (end < 0) {
            throw new TemplateException("the first line of a letter is its subject");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(text.substring(end + 1).strip(), "plain"));
        both.addBodyPart(part(draw(due, ".html"), "html"));
        InternetAddress from = server.from();
        MimeMessage message = new Numbered(server.session(), '<' + id.toString() + '@' + domain(from) + '>');
        message.setFrom(named(from, due.letter().language()));
        message.setRecipient(Message.RecipientType.TO, address(due.letter().to()));
        message.setSubject(oneLine(text.substring(0, end)), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // Answering machines leave such letters alone: RFC 3834.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", due.letter().language().getLanguage());
        message.setContent(both);
        return message;
    }

    private String draw(LetterDue due, String ending) {
        String name = due.letter().template().replace("/", "/letters/") + ending;
        Template template = engine.getTemplate(name);
        if (template == null) {
            throw new TemplateException("no template " + name);
        }
        Locale language = due.letter().language();
        TemplateInstance letter = template.instance()
                .data("language", language.getLanguage())
                .data("community", community.get())
                .data("origin", config.origin().orElseThrow())
                .data("until", Dates.longDateTime(due.letter().uselessAt(), config.zone(), language))
                .setLocale(language);
        due.values().forEach(letter::data);
        return letter.render();
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static InternetAddress address(String to) throws MessagingException {
        InternetAddress address = new InternetAddress(oneLine(to), true);
        address.validate();
        return address;
    }

    private static InternetAddress named(InternetAddress from, Locale language) {
        try {
            return new InternetAddress(from.getAddress(), Texts.get(language, "platform.name"), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static String domain(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    /** A line break would begin another header of the letter. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    /** A letter that is tried again, or sent twice, keeps its number. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
