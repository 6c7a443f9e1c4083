package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Identity.Manner;
import io.keeling.desk.accounts.store.Sessions;
import java.util.Optional;
import java.util.function.Function;

/** The cookie of a session. Threads may share it. */
public final class SessionCredential implements Credential {

  private final SessionCookie cookies;
  private final Sessions sessions;

  public SessionCredential(SessionCookie cookies, Sessions sessions) {
    this.cookies = cookies;
    this.sessions = sessions;
  }

  @Override
  public Optional<Identity> of(Context context) {
    return identity(context, sessions::find);
  }

  @Override
  public boolean claims(Context context) {
    return cookies.session(context).isPresent();
  }

  @Override
  public Optional<Identity> still(Context context) {
    return identity(context, sessions::holder);
  }

  private Optional<Identity> identity(
      Context context, Function<String, Optional<Account>> accountOf) {
    return cookies
        .session(context)
        .flatMap(accountOf)
        .map(account -> Identity.of(account, Manner.SESSION));
  }
}
