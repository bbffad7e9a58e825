package dev.swarmha.cli;

import dev.swarmha.cli.manual.ManualPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the manual pages into a directory; the build calls it. */
final class ManualPages {

  private ManualPages() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Wiring program = new Wiring(Rehearsal.surroundings(Map.of()), nowhere, nowhere);
    for (ManualPage page : ManualPage.of(program.commandLine())) {
      Files.writeString(directory.resolve(page.name() + ".1"), page.text());
    }
  }
}
