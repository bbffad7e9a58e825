package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the output of containers goes. */
public record Logging(Optional<String> driver, Map<String, String> options) {

  public Logging {
    requireNonNull(driver, "driver");
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
