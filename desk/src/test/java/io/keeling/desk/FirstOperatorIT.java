package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.FirstLink;
import io.keeling.desk.accounts.FirstOperator;
import io.keeling.desk.accounts.store.Invitations;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Staff;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The account that a new desk begins with: an operator's, made by a link of its own. */
class FirstOperatorIT extends StaffedDesk {

  @Test
  void theFirstStartSaysALinkThatMakesTheFirstOperatorOnce() {
    // given
    Logger logger = (Logger) LoggerFactory.getLogger(FirstOperator.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    try (Desk another = desk.another(config -> config)) {
      await().until(() -> !log.list.isEmpty());
      String said = log.list.get(0).getFormattedMessage();
      assertThat(said).contains("http://desk.example/welcome?link=");
      String link = said.substring(said.indexOf("/welcome"));
      FirstLink told =
          another.firstLink().toCompletableFuture().orTimeout(1, TimeUnit.MINUTES).join();
      assertThat(log.list)
          .anySatisfy(line -> assertThat(line.getFormattedMessage()).endsWith(told.address()));
      assertThat(told.until())
          .isCloseTo(Instant.now().plus(Invitations.LASTS), within(1, ChronoUnit.MINUTES));

      // when
      Browser browser = new Browser(another.port());
      Document welcome = browser.page(link);

      // then
      assertThat(accepts(browser, welcome, "Ida", "short")).isEqualTo(422);
      assertThat(accepts(browser, welcome, "I da", Staff.PASSWORD)).isEqualTo(422);
      assertThat(accepts(browser, welcome, "Ida", Staff.PASSWORD)).isEqualTo(303);
      assertThat(browser.page("/account").select("main").text()).contains("You are ida, operator.");
      assertThat(staff.find("ida").orElseThrow().account().role()).isEqualTo(Role.OPERATOR);
      assertThat(staff.find("ida").orElseThrow().kept())
          .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");

      // and nobody else
      assertThat(new Browser(another.port()).get(link).statusCode()).isEqualTo(410);
      assertThat(new Invitations(staff.database()).first()).isEmpty();
      assertThat(actions()).startsWith("session.begin", "account.first");
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }
  }

  @Test
  void ofTwoLinksForTheFirstOperatorOneIsGood() {
    Invitations invitations = new Invitations(staff.database());
    String one = invitations.first().orElseThrow();
    String other = invitations.first().orElseThrow();
    assertThat(invitations.accept(one, "one", "kept"))
        .isInstanceOf(Invitations.Outcome.Accepted.class);
    assertThat(invitations.accept(other, "other", "kept"))
        .isInstanceOf(Invitations.Outcome.Gone.class);
  }

  @Test
  void whereNoOperatorIsLeftThereIsALinkAgainForANameThatIsFree() {
    Invitations invitations = new Invitations(staff.database());
    staff.of("ida", Role.READER);
    String link = invitations.first().orElseThrow();
    Browser browser = browser();
    Document welcome = browser.page("/welcome?link=" + link);
    assertThat(accepts(browser, welcome, "ida", Staff.PASSWORD)).isEqualTo(422);
    assertThat(accepts(browser, welcome, "ona", Staff.PASSWORD)).isEqualTo(303);
    assertThat(staff.find("ida").orElseThrow().account().role()).isEqualTo(Role.READER);
    assertThat(invitations.first()).isEmpty();
  }

  /** The status with which an invitation is answered. */
  private static int accepts(Browser browser, Document welcome, String name, String password) {
    return browser.submit(welcome, "/welcome", "name", name, "password", password).statusCode();
  }

  private Browser browser() {
    return new Browser(desk.at("/").getPort());
  }

  private List<String> actions() {
    return new AuditLog(staff.database()).entries(0).stream().map(AuditLog.Entry::action).toList();
  }
}
