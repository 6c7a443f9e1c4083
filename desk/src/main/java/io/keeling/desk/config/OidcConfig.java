package io.keeling.desk.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect that signs people in. Immutable; threads may share it.
 *
 * @param issuer issuer address of the provider, under which it publishes its configuration. While
 *     it is not set, nobody signs in by OpenID Connect
 * @param clientId client ID of the desk at the provider. Register {@code /sign-in/oidc/callback}
 *     below {@code desk.publicUrl} as its redirect address
 * @param clientSecret client secret of the desk at the provider. Give either this or {@code
 *     clientSecretFile}
 * @param clientSecretFile file that holds the client secret
 * @param scope scopes to ask for, separated by spaces; {@code openid} must be one of them
 * @param nameClaim claim that holds the name of the account
 * @param roleClaim claim that holds the role: {@code reader}, {@code editor} or {@code operator}.
 *     It may list several; the highest counts. While it is not set, the desk's operators give roles
 * @param algorithm algorithm that the provider signs with: RS256, PS256, ES256 or EdDSA
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
