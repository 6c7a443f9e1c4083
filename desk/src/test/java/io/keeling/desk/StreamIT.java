package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Desks.class)
class StreamIT {

  /** More than may listen at a time. */
  private static final int MANY = DeskConfig.defaults().listeners() + 20;

  /** Two signs of life to one who has left, on a busy machine. */
  private static final Duration NOTICED = Duration.ofSeconds(60);

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/html, */*;q=0.8", "text/*", "text/event-stream", ""})
  void whoeverTakesAnythingGetsTheStream(String accept) throws Exception {
    try (Socket reader = ask("GET", accept)) {
      assertThat(answer(reader)).contains("200 OK", "Content-Type: text/event-stream");
    }
    awaitNobodyListening();
  }

  @Test
  void manyWhoTakeAnythingAndLeaveLeaveTheStreamToOthers() throws Exception {
    // given as many as curl would be, one after the other
    for (int i = 0; i < MANY; i++) {
      try (Socket reader = ask("GET", "*/*")) {
        assertThat(answer(reader)).containsAnyOf("200 OK", "503 Service Unavailable");
      }
    }

    // then
    awaitNobodyListening();
    try (Socket reader = ask("GET", "text/event-stream")) {
      assertThat(answer(reader)).contains("200 OK");
      assertThat(listeners()).isOne();
    }
    awaitNobodyListening();
  }

  @Test
  void whoLeavesWithoutReadingOrResetsTheConnectionIsForgotten() throws Exception {
    // given
    List<Socket> readers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      readers.add(ask("GET", "text/event-stream"));
    }
    await().atMost(NOTICED).until(() -> listeners() == readers.size());

    // when
    for (Socket reader : readers) {
      reader.setSoLinger(readers.indexOf(reader) % 2 == 0, 0);
      reader.close();
    }

    // then
    awaitNobodyListening();
  }

  @Test
  void whoIsGoneBeforeTheAnswerIsForgotten() throws Exception {
    for (int i = 0; i < 40; i++) {
      Socket reader = ask("GET", "*/*");
      reader.setSoLinger(true, 0);
      reader.close();
    }

    awaitNobodyListening();
  }

  @Test
  void refusalsTakeNoPlace() {
    for (int i = 0; i < MANY; i++) {
      assertThat(desk.ask("GET", "/api/stream", "Accept", "application/json").statusCode())
          .isEqualTo(406);
      assertThat(desk.ask("GET", "/api/stream?limit=0").statusCode()).isEqualTo(400);
      assertThat(desk.ask("POST", "/api/stream").statusCode()).isEqualTo(405);
    }

    assertThat(listeners()).isZero();
  }

  @Test
  void headTellsWhatGetWouldAndTakesNoPlace() {
    for (int i = 0; i < MANY; i++) {
      HttpResponse<String> head = desk.ask("HEAD", "/api/stream", "Accept", "*/*");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
    }

    awaitNobodyListening(); // the answer goes before the place is given back
  }

  @Test
  void aStreamEndsWithTheSessionOrTokenThatAskedForIt() throws Exception {
    try (Desk closed = desk.closed();
        Staff staff = new Staff(desk)) {
      // given
      Account ida = staff.of("ida", Role.READER);
      String token = new Tokens(staff.database()).make(ida, "reader", Scope.READ, 1).orElseThrow();
      String kept = staff.session(ida);
      try (Socket stays = listen(closed, "Cookie: keeling-session=" + kept);
          Socket ended = listen(closed, "Cookie: keeling-session=" + staff.session(ida));
          Socket idle = listen(closed, "Cookie: keeling-session=" + staff.session(ida));
          Socket revoked = listen(closed, "Authorization: Bearer " + token)) {
        // when
        staff
            .database()
            .change(
                handle ->
                    handle.execute(
                            "UPDATE account_session SET seen_at = now() - CASE id - first"
                                + " WHEN 0 THEN interval '2 hours' ELSE interval '4 days' END"
                                + " FROM (SELECT min(id) AS first FROM account_session) f")
                        + handle.execute(
                            "DELETE FROM account_session WHERE id = (SELECT min(id) + 1 FROM account_session)")
                        + handle.execute("DELETE FROM account_token"));

        // then
        for (Socket over : List.of(ended, idle, revoked)) {
          assertThat(ends(over)).isTrue();
        }
        // Nor does a stream keep a session from becoming idle.
        assertThat(stays.getInputStream().read()).isNotNegative();
        assertThat(
                staff
                    .database()
                    .<Boolean>read(
                        handle ->
                            handle
                                .createQuery(
                                    "SELECT max(seen_at) < now() - interval '1 hour' FROM account_session")
                                .mapTo(Boolean.class)
                                .one()))
            .isTrue();
      }
    }
    awaitNobodyListening();
  }

  private static Socket listen(Desk other, String header) throws Exception {
    Socket socket = new Socket("127.0.0.1", other.port());
    socket.setSoTimeout(Math.toIntExact(NOTICED.toMillis()));
    String request = "GET /api/stream HTTP/1.1\r\nHost: desk.example\r\n" + header + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    assertThat(answer(socket)).contains("200 OK");
    return socket;
  }

  /** Whether the desk ends it before long, whatever it says until then. */
  private static boolean ends(Socket socket) throws Exception {
    long end = System.nanoTime() + NOTICED.toNanos();
    while (System.nanoTime() < end) {
      if (socket.getInputStream().read(new byte[4096]) < 0) {
        return true;
      }
    }
    return false;
  }

  private static Socket ask(String method, String accept) throws Exception {
    Socket socket = new Socket("127.0.0.1", desk.at("/").getPort());
    String header = accept.isEmpty() ? "" : "Accept: " + accept + "\r\n";
    String request = method + " /api/stream HTTP/1.1\r\nHost: desk.example\r\n" + header + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** The head of the answer. */
  private static String answer(Socket socket) throws Exception {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  private static void awaitNobodyListening() {
    await().atMost(NOTICED).until(() -> listeners() == 0);
  }

  private static int listeners() {
    return desk.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("keeling_desk_listeners "))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }
}
