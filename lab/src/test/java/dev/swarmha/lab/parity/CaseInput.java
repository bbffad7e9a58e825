package dev.swarmha.lab.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What a case gives to standard input: a file of its own, or nothing. */
final class CaseInput {

  private CaseInput() {}

  static String of(ParityCase parityCase) {
    if (parityCase.settings().input().isEmpty()) {
      return "";
    }
    try {
      return Files.readString(parityCase.directory().resolve(parityCase.settings().input().get()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
