package io.keeling.desk.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect at which people may sign in. Immutable; threads may share it.
 *
 * @param issuer its address, under which it describes itself; while it is not set, there is none
 * @param clientId what it calls the desk, whose address for coming back is {@code
 *     /sign-in/oidc/callback} below {@code desk.publicUrl}
 * @param clientSecret by which it knows the desk
 * @param clientSecretFile file with that secret, instead of it
 * @param scope what it is asked for, with spaces between
 * @param nameClaim the claim that an account is called by
 * @param roleClaim the claim that holds {@code reader}, {@code editor} or {@code operator}, or
 *     several; while it is not set, operators of the desk give roles
 * @param algorithm how it signs: RS256, PS256, ES256 or EdDSA
 */
public record OidcConfig(
    @Nullable URI issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable Path clientSecretFile,
    String scope,
    String nameClaim,
    @Nullable String roleClaim,
    String algorithm) {

  private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256", "EdDSA");

  public OidcConfig {
    require(
        issuer == null
            || (("https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()))
                && issuer.getHost() != null),
        "issuer must be an http or https address");
    require(
        issuer == null || (clientId != null && !clientId.isBlank()),
        "clientId must be given with issuer");
    require(
        issuer == null || (clientSecret == null) != (clientSecretFile == null),
        "either clientSecret or clientSecretFile must be given with issuer");
    require(
        scope != null && Arrays.asList(scope.split(" ")).contains("openid"),
        "scope must name openid");
    require(nameClaim != null && !nameClaim.isBlank(), "nameClaim must be the name of a claim");
    require(
        algorithm != null && ALGORITHMS.contains(algorithm),
        "algorithm must be RS256, PS256, ES256 or EdDSA");
  }

  public static OidcConfig defaults() {
    return new OidcConfig(
        null, null, null, null, "openid profile email", "preferred_username", null, "RS256");
  }

  public boolean on() {
    return issuer != null;
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "Oidc[" + issuer + "]";
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
