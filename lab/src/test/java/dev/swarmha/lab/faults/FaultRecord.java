package dev.swarmha.lab.faults;

import dev.swarmha.lab.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down how each scenario went, one file each, since several processes run the tests. {@code
 * lab/test} counts the files.
 */
final class FaultRecord implements TestWatcher {

  private static final String DIRECTORY = "lab/target/faults";

  @Override
  public void testSuccessful(ExtensionContext context) {
    write(context, "as promised");
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    write(context, "wrong");
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    write(context, "wrong");
  }

  private static void write(ExtensionContext context, String result) {
    String scenario = context.getRequiredTestMethod().getAnnotation(Fault.class).value();
    String name =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName();
    Path directory = Project.find().root().resolve(DIRECTORY);
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(name), result + ": " + scenario + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write down how " + scenario + " went", broken);
    }
  }
}
