package io.keeling.desk.config;

import io.keeling.runtime.health.ProgressLimits;
import java.net.URI;

/**
 * Makes a {@link DeskConfig} that differs from another in some of its components, which are named
 * as there. For one thread.
 */
public final class DeskConfigBuilder {

  private String bindAddress;
  private int port;
  private URI publicUrl;
  private String title;
  private int pageSize;
  private int listeners;
  private DeskConfig.RateLimit rateLimit;
  private DeskConfig.Search search;
  private ProgressLimits progress;
  private AccessConfig access;
  private AlertsConfig alerts;

  public DeskConfigBuilder(DeskConfig usual) {
    bindAddress = usual.bindAddress();
    port = usual.port();
    publicUrl = usual.publicUrl();
    title = usual.title();
    pageSize = usual.pageSize();
    listeners = usual.listeners();
    rateLimit = usual.rateLimit();
    search = usual.search();
    progress = usual.progress();
    access = usual.access();
    alerts = usual.alerts();
  }

  public DeskConfigBuilder bindAddress(String other) {
    bindAddress = other;
    return this;
  }

  public DeskConfigBuilder port(int other) {
    port = other;
    return this;
  }

  public DeskConfigBuilder publicUrl(URI other) {
    publicUrl = other;
    return this;
  }

  public DeskConfigBuilder title(String other) {
    title = other;
    return this;
  }

  public DeskConfigBuilder pageSize(int other) {
    pageSize = other;
    return this;
  }

  public DeskConfigBuilder listeners(int other) {
    listeners = other;
    return this;
  }

  public DeskConfigBuilder rateLimit(DeskConfig.RateLimit other) {
    rateLimit = other;
    return this;
  }

  public DeskConfigBuilder search(DeskConfig.Search other) {
    search = other;
    return this;
  }

  public DeskConfigBuilder progress(ProgressLimits other) {
    progress = other;
    return this;
  }

  public DeskConfigBuilder access(AccessConfig other) {
    access = other;
    return this;
  }

  public DeskConfigBuilder alerts(AlertsConfig other) {
    alerts = other;
    return this;
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if a value is not allowed
   */
  public DeskConfig build() {
    return new DeskConfig(
        bindAddress,
        port,
        publicUrl,
        title,
        pageSize,
        listeners,
        rateLimit,
        search,
        progress,
        access,
        alerts);
  }
}
