package ua.stezhka.platform;

import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jboss.logging.Logger;

/** The mail server that takes letters, by SMTP. Nobody needs to have one. Source: RFC 5321. */
@Singleton
class MailServer {
    /** A conversation has about ten steps; it must end before the letter is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int REFUSED_FOR_EVER = 500;

    private final PlatformConfig config;
    private final Session session;

    MailServer(PlatformConfig config) {
        this.config = config;
        this.session = Session.getInstance(properties(config), authenticator(config));
        if (config.mailHost().isPresent() && !isSetUp()) {
            Logger.getLogger(MailServer.class)
                    .warn("no letters are sent: stezhka.platform.mail-host needs mail-from and origin beside it");
        }
    }

    /** Links in letters need the address of this Stezhka: that of a request could be anybody’s invention. */
    boolean isSetUp() {
        return config.mailHost().isPresent()
                && config.mailFrom().isPresent()
                && config.origin().isPresent();
    }

    Session session() {
        return session;
    }

    /** Who the letters come from. */
    InternetAddress from() throws AddressException {
        return new InternetAddress(config.mailFrom().orElseThrow(), true);
    }

    /** Hands a letter over; afterwards it is the mail server’s. */
    void take(MimeMessage letter) throws MessagingException {
        Transport.send(letter);
    }

    /** Whether the server said that it will never take this letter: another try would be told the same. */
    static boolean isForEver(MessagingException refusal) {
        for (Exception cause = refusal; cause instanceof MessagingException each; cause = each.getNextException()) {
            int code =
                    switch (cause) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSendFailedException sending -> sending.getReturnCode();
                        default -> 0;
                    };
            if (code >= REFUSED_FOR_EVER) {
                return true;
            }
        }
        return refusal instanceof AddressException;
    }

    private static Properties properties(PlatformConfig config) {
        Properties properties = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        properties.put("mail.smtp.host", config.mailHost().orElse(""));
        properties.put("mail.smtp.port", Integer.toString(config.mailPort()));
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", Boolean.toString(config.mailUser().isPresent()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(config.mailSecurity() == MailSecurity.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.mailSecurity() == MailSecurity.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.mailSecurity() == MailSecurity.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private static Authenticator authenticator(PlatformConfig config) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        config.mailUser().orElse(""), config.mailPassword().orElse(""));
            }
        };
    }
}
