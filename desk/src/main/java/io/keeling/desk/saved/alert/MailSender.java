package io.keeling.desk.saved.alert;

import io.keeling.desk.config.MailConfig;
import io.keeling.desk.config.MailConfig.Security;
import io.keeling.desk.label.Labels;
import io.keeling.runtime.config.PasswordSetting;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends alerts by e-mail, in plain text. Threads may share it; each message has a connection. */
final class MailSender implements Sender {

  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

  /**
   * Timeout of each step with the mail server, in milliseconds; all together stay below the lease.
   */
  private static final String STEP = "8000";

  private final Session session;
  private final MailConfig config;
  private final @Nullable String password;
  private final DigestText text;

  /**
   * @param config names a host
   * @param baseUrl the desk's public address without a trailing slash
   * @throws IllegalArgumentException if the password file cannot be read
   */
  MailSender(MailConfig config, Labels labels, String baseUrl) {
    this.config = config;
    this.password = PasswordSetting.read(config.password(), config.passwordFile());
    this.session = Session.getInstance(properties(config));
    this.text = DigestText.plain(labels, baseUrl);
  }

  private static Properties properties(MailConfig config) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", Objects.requireNonNull(config.host(), "host"));
    properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(config.user() != null));
    properties.setProperty("mail.smtp.connectiontimeout", STEP);
    properties.setProperty("mail.smtp.timeout", STEP);
    properties.setProperty("mail.smtp.writetimeout", STEP);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = config.security() == Security.STARTTLS;
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(config.security() == Security.TLS));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  @Override
  public Sent send(Message message) {
    try (Transport transport = session.getTransport()) {
      MimeMessage mail = mail(message);
      transport.connect(config.user(), password);
      transport.sendMessage(mail, mail.getAllRecipients());
      return Sent.taken(null);
    } catch (SendFailedException e) {
      // The server refused the message; its own log names the recipient.
      LOG.debug("the mail server refused the message {}", message.id(), e);
      return permanent(e)
          ? Sent.refused(null, "the mail server rejects the address")
          : Sent.failed(null, "the mail server rejects mail at the moment");
    } catch (MessagingException e) {
      LOG.debug("the message {} was not sent", message.id(), e);
      return Sent.failed(null, "no mail server: " + e.getClass().getSimpleName());
    }
  }

  /** Whether the server refused an address permanently (RFC 5321, section 4.2.1: 5yz). */
  private static boolean permanent(MessagingException failure) {
    Exception next = failure;
    while (next != null) {
      if (next instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException refused
          && refused.getReturnCode() >= 500) {
        return true;
      }
      next = next instanceof MessagingException more ? more.getNextException() : null;
    }
    return false;
  }

  private MimeMessage mail(Message message) throws MessagingException {
    String host = config.from().substring(config.from().indexOf('@') + 1);
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            // The id is the same at each attempt, so that mail readers show the message once.
            setHeader("Message-ID", "<" + message.id() + "@" + host + ">");
          }
        };
    mail.setFrom(new InternetAddress(config.from()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(message.alert().target(), true));
    mail.setSubject(Digest.subject(message), StandardCharsets.UTF_8.name());
    mail.setText(text.of(message), StandardCharsets.UTF_8.name());
    mail.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
    // Suppresses automatic replies (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }
}
