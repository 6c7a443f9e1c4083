package io.keeling.verifier.workload;

import io.keeling.contract.article.Outlet;

/**
 * An outlet of the workload.
 *
 * @param address scheme, host and port, without a slash at its end
 * @param outlet as it must stand in its articles
 */
record PressOutlet(String address, Outlet outlet) {

  /** One whose pages are sent as an import sends them. */
  static PressOutlet imported(int number) {
    String host = "outlet-" + number + ".example";
    return new PressOutlet("https://" + host, new Outlet(host, "Outlet " + number, host));
  }
}
