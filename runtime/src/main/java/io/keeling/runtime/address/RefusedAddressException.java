package io.keeling.runtime.address;

import java.net.UnknownHostException;

public final class RefusedAddressException extends UnknownHostException {

  public RefusedAddressException(String host) {
    super(host + " leads to an address that may not be fetched");
  }
}
