package io.keeling.desk.running;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.config.AccessConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;

/** One of each kind of those who ask a desk for something. */
public final class Askers {

  /** The proxy that a desk has to trust for those for whom one vouches. */
  public static final AccessConfig.Proxy PROXY =
      new AccessConfig.Proxy(List.of("127.0.0.1"), "X-Forwarded-User", "X-Forwarded-Groups");

  private static final String SESSION = "keeling-session";
  private static final List<Role> ROLES = List.of(Role.READER, Role.EDITOR, Role.OPERATOR);

  private final Staff staff;
  private final Tokens tokens;

  public Askers(Staff staff) {
    this.staff = staff;
    this.tokens = new Tokens(staff.database());
  }

  /** All of them: nobody, who proves it no longer, people of each role, and their programs. */
  public List<Asker> all() {
    List<Asker> all = new ArrayList<>();
    all.add(nobody("nobody", Browser::new));
    all.add(nobody("a session that ended", port -> with(port, endedSession())));
    all.add(nobody("a token that ended", bearer(endedToken())));
    all.add(nobody("a token that never was", bearer("keeling_" + "x".repeat(43))));
    for (Role role : ROLES) {
      String name = role.code();
      all.add(new Asker(name + " by session", role, true, false, port -> session(port, role)));
      all.add(new Asker(name + " by proxy", role, true, false, port -> proxied(port, role)));
      for (Scope scope : Scope.values()) {
        String what = name + "'s token to " + scope.code();
        all.add(program(what, scope.within(role), bearer(token(role, scope))));
      }
    }
    String read = token(Role.OPERATOR, Scope.READ);
    all.add(
        program(
            "operator's token to read, beside a session",
            Role.READER,
            port -> session(port, Role.OPERATOR).with("Authorization", "Bearer " + read)));
    all.add(program("operator's token to operate, as a password", Role.OPERATOR, basic()));
    return all;
  }

  /** Somebody with a new session. */
  public Browser session(int port, Role role) {
    return with(port, staff.session(account(role)));
  }

  private static Asker nobody(String name, IntFunction<Browser> browsers) {
    return new Asker(name, Role.ANYBODY, false, false, browsers);
  }

  private static Asker program(String name, Role role, IntFunction<Browser> browsers) {
    return new Asker(name, role, false, true, browsers);
  }

  private static IntFunction<Browser> bearer(String token) {
    return port -> new Browser(port).with("Authorization", "Bearer " + token);
  }

  private IntFunction<Browser> basic() {
    String pair = "any:" + token(Role.OPERATOR, Scope.OPERATE);
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return port -> new Browser(port).with("Authorization", "Basic " + encoded);
  }

  private static Browser proxied(int port, Role role) {
    return new Browser(port)
        .with(PROXY.userHeader(), "vouched-" + role.code())
        .with("X-Forwarded-Groups", role.code());
  }

  private static Browser with(int port, String session) {
    return new Browser(port).withCookie(SESSION, session);
  }

  private Account account(Role role) {
    return staff.of("a-" + role.code(), role);
  }

  private String token(Role role, Scope scope) {
    return tokens.make(account(role), "a test", scope, 1).orElseThrow();
  }

  private String endedSession() {
    Account gone = staff.of("gone", Role.OPERATOR);
    String session = staff.session(gone);
    staff
        .database()
        .change(
            handle -> handle.execute("DELETE FROM account_session WHERE account = ?", gone.id()));
    return session;
  }

  private String endedToken() {
    String token = token(Role.OPERATOR, Scope.OPERATE);
    staff
        .database()
        .change(handle -> handle.execute("UPDATE account_token SET expires_at = now()"));
    return token;
  }
}
