package io.keeling.feeds.config;

import io.keeling.runtime.health.ProgressLimits;
import java.net.URI;

/**
 * Makes a {@link FeedsConfig} that differs from another in some of its components, which are named
 * as there. For one thread.
 */
public final class FeedsConfigBuilder {

  private String bindAddress;
  private int port;
  private URI publicUrl;
  private String title;
  private int pageSize;
  private int listeners;
  private FeedsConfig.RateLimit rateLimit;
  private FeedsConfig.Database database;
  private FeedsConfig.Search search;
  private ProgressLimits progress;
  private AccessConfig access;
  private AlertsConfig alerts;

  FeedsConfigBuilder(FeedsConfig usual) {
    bindAddress = usual.bindAddress();
    port = usual.port();
    publicUrl = usual.publicUrl();
    title = usual.title();
    pageSize = usual.pageSize();
    listeners = usual.listeners();
    rateLimit = usual.rateLimit();
    database = usual.database();
    search = usual.search();
    progress = usual.progress();
    access = usual.access();
    alerts = usual.alerts();
  }

  public FeedsConfigBuilder bindAddress(String other) {
    bindAddress = other;
    return this;
  }

  public FeedsConfigBuilder port(int other) {
    port = other;
    return this;
  }

  public FeedsConfigBuilder publicUrl(URI other) {
    publicUrl = other;
    return this;
  }

  public FeedsConfigBuilder title(String other) {
    title = other;
    return this;
  }

  public FeedsConfigBuilder pageSize(int other) {
    pageSize = other;
    return this;
  }

  public FeedsConfigBuilder listeners(int other) {
    listeners = other;
    return this;
  }

  public FeedsConfigBuilder rateLimit(FeedsConfig.RateLimit other) {
    rateLimit = other;
    return this;
  }

  public FeedsConfigBuilder database(FeedsConfig.Database other) {
    database = other;
    return this;
  }

  public FeedsConfigBuilder search(FeedsConfig.Search other) {
    search = other;
    return this;
  }

  public FeedsConfigBuilder progress(ProgressLimits other) {
    progress = other;
    return this;
  }

  public FeedsConfigBuilder access(AccessConfig other) {
    access = other;
    return this;
  }

  public FeedsConfigBuilder alerts(AlertsConfig other) {
    alerts = other;
    return this;
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if a value is not allowed
   */
  public FeedsConfig build() {
    return new FeedsConfig(
        bindAddress,
        port,
        publicUrl,
        title,
        pageSize,
        listeners,
        rateLimit,
        database,
        search,
        progress,
        access,
        alerts);
  }
}
