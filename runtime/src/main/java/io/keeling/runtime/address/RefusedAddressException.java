package io.keeling.runtime.address;

import java.net.UnknownHostException;

/** A host name leads to an address that may not be fetched. */
public final class RefusedAddressException extends UnknownHostException {

  public RefusedAddressException(String host) {
    super(host + " leads to an address that may not be fetched");
  }
}
