package io.keeling.app.command;

import io.keeling.runtime.config.Checks;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port number. Any other number is a wrong command line. */
final class PortConverter implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      int port = Integer.parseInt(text);
      Checks.between("a port", port, 1, Checks.HIGHEST_PORT);
      return port;
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
