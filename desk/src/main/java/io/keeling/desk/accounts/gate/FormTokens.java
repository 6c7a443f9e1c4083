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
 * Tells changes that somebody means from those that another site makes a browser send. Immutable
 * and safe to share between threads.
 *
 * <p>A browser must not say that a change comes from elsewhere (Fetch Metadata, else Origin). And
 * the change must carry a word that only a page of this desk knows: a digest of the cookie of the
 * session, or of a cookie for forms where there is no session. Programs with a token need no such
 * word; that it must not come from elsewhere holds for them, too, since a browser that was once
 * given a token as a password sends it by itself.
 */
public final class FormTokens {

  /** Field of a form. */
  public static final String FIELD = "csrf";

  /** Header of a script. */
  static final String HEADER = "X-CSRF-Token";

  private static final String FORM_ATTRIBUTE = "keeling.form";

  private final SessionCookie cookies;
  private final Origin here;

  /**
   * @param publicUrl the address readers reach the desk at, as the settings take it
   */
  public FormTokens(SessionCookie cookies, URI publicUrl) {
    this.cookies = cookies;
    String port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
    this.here = Origin.of(publicUrl.getScheme() + "://" + publicUrl.getHost() + port).orElseThrow();
  }

  /** What a form on the page that answers carries. */
  String make(Context context, Identity identity) {
    return of(secret(context, identity));
  }

  /** Whether a change is meant. */
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

  /** Not the digest that the database has: who reads that makes no form of it. */
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
    return Origin.of(written)
        .filter(origin -> origin.equals(here) || isAsked(context, origin))
        .isPresent();
  }

  /**
   * Whether an origin is the very address that is asked: its own port speaks no TLS, so where
   * readers come by TLS, by way of a proxy, that is not it.
   */
  private boolean isAsked(Context context, Origin origin) {
    String host = context.header("Host");
    return host != null
        && !here.encrypted()
        && Origin.of("http://" + host).filter(origin::equals).isPresent();
  }
}
