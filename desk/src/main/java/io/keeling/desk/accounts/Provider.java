package io.keeling.desk.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.keeling.desk.config.OidcConfig;
import io.keeling.runtime.config.PasswordSetting;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An OpenID Connect provider, used through the authorization code flow with PKCE (OpenID Connect
 * Core 1.0, section 3.1; RFC 7636). Threads may share it. Its metadata is fetched on first use, so
 * the desk can start while the provider is down.
 */
final class Provider {

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

  /** Timeout for connecting and for reading, in milliseconds. */
  private static final int PATIENCE = 5_000;

  /** Largest key set that is read, in bytes. Key sets usually have a few kB. */
  private static final int MOST_BYTES = 1 << 18;

  private final OidcConfig config;
  private final Issuer issuer;
  private final ClientID client;
  private final Secret secret;
  private final URI callback;
  private volatile @Nullable Known known;

  /**
   * @param callback the desk's address to which the provider sends people back
   */
  Provider(OidcConfig config, URI callback) {
    this.config = config;
    this.issuer = new Issuer(Objects.requireNonNull(config.issuer()));
    this.client = new ClientID(Objects.requireNonNull(config.clientId()));
    String word = PasswordSetting.read(config.clientSecret(), config.clientSecretFile());
    this.secret = new Secret(word == null ? "" : word);
    this.callback = callback;
  }

  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /** The provider's sign-in page; empty if the provider does not answer. */
  Optional<URI> address(SignInAttempt attempt) {
    return known()
        .map(
            provider ->
                new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        Scope.parse(config.scope()),
                        client,
                        callback)
                    .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                    .state(new State(attempt.state()))
                    .nonce(new Nonce(attempt.nonce()))
                    .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI());
  }

  /**
   * The provider's claims about the user who came back with a code; empty if they are not
   * trustworthy.
   */
  Optional<IDTokenClaimsSet> claims(SignInAttempt attempt, String code) {
    Optional<Known> provider = known();
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    try {
      HTTPRequest request =
          new TokenRequest.Builder(
                  provider.get().metadata().getTokenEndpointURI(),
                  new ClientSecretBasic(client, secret),
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier())))
              .build()
              .toHTTPRequest();
      limit(request);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!(response instanceof OIDCTokenResponse tokens)) {
        LOG.warn("the OpenID Connect provider rejected an authorization code");
        return Optional.empty();
      }
      return Optional.of(
          provider
              .get()
              .validator()
              .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce())));
    } catch (IOException | GeneralException | BadJOSEException | JOSEException e) {
      LOG.warn("the answer of the OpenID Connect provider is invalid", e);
      return Optional.empty();
    }
  }

  private Optional<Known> known() {
    Known before = known;
    if (before != null) {
      return Optional.of(before);
    }
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, PATIENCE, PATIENCE);
      JWSAlgorithm algorithm = JWSAlgorithm.parse(config.algorithm());
      Known now =
          new Known(
              metadata,
              new IDTokenValidator(
                  issuer,
                  client,
                  algorithm,
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST_BYTES)));
      known = now;
      return Optional.of(now);
    } catch (IOException | GeneralException e) {
      LOG.warn("the OpenID Connect provider does not answer", e);
      return Optional.empty();
    }
  }

  private static void limit(HTTPRequest request) {
    request.setConnectTimeout(PATIENCE);
    request.setReadTimeout(PATIENCE);
    request.setFollowRedirects(false);
  }
}
