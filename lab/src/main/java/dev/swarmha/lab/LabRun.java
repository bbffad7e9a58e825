package dev.swarmha.lab;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The labs of one run of the tests, one at a time: a lab is raised when a test asks for its shape,
 * and taken down when one asks for another, or when the run ends, however it ends. One that stays
 * costs a hundredth of a processor for each node, also when nobody uses it, and several processes
 * that run tests have as many labs.
 */
final class LabRun implements AutoCloseable {

  private static final Pattern OF_A_RUN = Pattern.compile("swarmha-lab-(test-(\\d+)-\\w+)");
  private static final Pattern RECORDS = Pattern.compile("lab-(test-(\\d+)-\\w+)");

  private final Project project = Project.find();
  private final Map<Shape, RaisedLab> labs = new LinkedHashMap<>();
  private final Map<Shape, RuntimeException> failures = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::takeDown, "take labs down");

  LabRun() {
    tidyUpAfterEndedRuns();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Project project() {
    return project;
  }

  /** The lab of a shape. Raising one that could not be raised is not tried again. */
  synchronized RaisedLab lab(Shape shape) {
    RuntimeException failure = failures.get(shape);
    if (failure != null) {
      throw new IllegalStateException("the lab could not be raised", failure);
    }
    RaisedLab raised = labs.get(shape);
    return raised != null ? raised : raise(shape);
  }

  private RaisedLab raise(Shape shape) {
    takeDown();
    String name = "test-" + ProcessHandle.current().pid() + "-" + shape;
    RaisedLab lab = new RaisedLab(new SwarmScript(project, name), shape);
    labs.put(shape, lab);
    try {
      lab.bringToFullStrength();
      return lab;
    } catch (AssertionError | RuntimeException trouble) {
      RuntimeException failure = new IllegalStateException("cannot raise a lab", trouble);
      failures.put(shape, failure);
      throw failure;
    }
  }

  @Override
  public void close() {
    takeDown();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private synchronized void takeDown() {
    List<RaisedLab> up = new ArrayList<>(labs.values());
    labs.clear();
    List<Finished> results = up.stream().map(RaisedLab::down).toList();
    results.forEach(result -> result.expect(0));
  }

  /** One process at a time, or one would delete the records that another is about to read. */
  private void tidyUpAfterEndedRuns() {
    Path lock = project.artefacts().resolve("tidying.lock");
    try {
      Files.createDirectories(project.artefacts());
      try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE)) {
        channel.lock();
        takeDownLeftovers();
        forgetEndedRuns();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot lock " + lock, broken);
    }
  }

  /** A run that was killed could not do it itself. */
  private void takeDownLeftovers() {
    String home = System.getenv().getOrDefault("SWARMHA_LAB_DIR", "/var/tmp");
    ofEndedRuns(new File(home), OF_A_RUN)
        .map(name -> new SwarmScript(project, name))
        .forEach(lab -> lab.run(project.records(lab.lab()).resolve("leftover"), List.of("down")));
  }

  /** What was recorded of their labs: several runs may be at work, so that each keeps its own. */
  private void forgetEndedRuns() {
    ofEndedRuns(project.artefacts().toFile(), RECORDS)
        .forEach(name -> new FileTree(project.records(name)).delete());
  }

  /** The labs named by what is in a directory whose processes are no more. */
  private static Stream<String> ofEndedRuns(File directory, Pattern pattern) {
    File[] files = directory.listFiles();
    return Stream.of(files == null ? new File[0] : files)
        .map(file -> pattern.matcher(file.getName()))
        .filter(Matcher::matches)
        .filter(name -> ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty())
        .map(name -> name.group(1));
  }
}
