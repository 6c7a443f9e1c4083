package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Identity.Manner;
import io.keeling.desk.accounts.store.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Protects changes against cross-site request forgery. Immutable; threads may share it.
 *
 * <p>A change is refused if the browser says that another site caused it (Fetch Metadata, else
 * Origin). A change must also carry a token that only pages of this desk know: a digest of the
 * session cookie, or of a form cookie if there is no session. Programs with an API token need no
 * form token. The check of the site applies to them as well, since browsers resend an API token
 * that was entered as a password.
 */
public final class FormTokens {

  public static final String FIELD = "csrf";

  static final String HEADER = "X-CSRF-Token";

  private static final String FORM_ATTRIBUTE = "keeling.form";

  private final SessionCookie cookies;
  private final WebOrigin here;

  /**
   * @param publicUrl the desk's public address from the settings
   */
  public FormTokens(SessionCookie cookies, URI publicUrl) {
    this.cookies = cookies;
    String port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
    this.here =
        WebOrigin.of(publicUrl.getScheme() + "://" + publicUrl.getHost() + port).orElseThrow();
  }

  /** The token for a form on the page being answered. */
  String make(Context context, Identity identity) {
    return of(secret(context, identity));
  }

  /** Whether a change comes from a form of this desk, or from a program with an API token. */
  boolean accepts(Context context, Identity identity) {
    if (!isFromHere(context)) {
      return false;
    }
    if (identity.manner() == Manner.TOKEN && identity.account() != null) {
      return true;
    }
    String header = context.header(HEADER);
    String sent = header != null ? header : context.formParam(FIELD);
    return sent != null
        && MessageDigest.isEqual(
            of(secret(context, identity)).getBytes(StandardCharsets.UTF_8),
            sent.getBytes(StandardCharsets.UTF_8));
  }

  private String secret(Context context, Identity identity) {
    if (identity.manner() == Manner.SESSION) {
      return cookies.session(context).orElseThrow();
    }
    @Nullable String made = context.attribute(FORM_ATTRIBUTE);
    if (made != null) {
      return made;
    }
    return cookies
        .form(context)
        .orElseGet(
            () -> {
              String secret = Secrets.make();
              cookies.keepForm(context, secret);
              context.attribute(FORM_ATTRIBUTE, secret);
              return secret;
            });
  }

  /**
   * The token is not the digest in the database, so that nobody who reads the database can forge a
   * form.
   */
  private static String of(String secret) {
    return Secrets.encode(Secrets.digest("form:" + secret));
  }

  private boolean isFromHere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String written = context.header("Origin");
    if (written == null) {
      return true;
    }
    return WebOrigin.of(written)
        .filter(origin -> origin.equals(here) || isAsked(context, origin))
        .isPresent();
  }

  /**
   * Whether an origin equals the requested address. Never true if a proxy handles TLS, since the
   * desk's own port has no TLS.
   */
  private boolean isAsked(Context context, WebOrigin origin) {
    String host = context.header("Host");
    return host != null
        && !here.encrypted()
        && WebOrigin.of("http://" + host).filter(origin::equals).isPresent();
  }
}
