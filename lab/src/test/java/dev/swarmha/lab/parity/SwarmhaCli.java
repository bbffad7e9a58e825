package dev.swarmha.lab.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.cli.Wiring;
import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.engine.docker.DockerEngine;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole of swarmha, in this process, told to do as the docker CLI does. */
final class SwarmhaCli implements Deployer {

  /** What makes swarmha read files as docker does. */
  private static final List<String> READ_AS_DOCKER = List.of("--no-dotenv", "--dialect", "stack");

  @Override
  public Ended deploy(ParityCase parityCase, List<String> files, RecordingEngine engine) {
    return run(parityCase, List.of("deploy", "--progress", "json", "--detach"), files, engine);
  }

  /** Deploys what docker has deployed to a real Engine; how the files are read is left to it. */
  Ended takeOver(ParityCase parityCase, String engine) {
    List<String> words =
        new ArrayList<>(List.of("deploy", "--rotate", "never", "--no-dotenv", "--detach"));
    words.addAll(List.of("--on-failure", "keep", "--progress", "json"));
    words.addAll(List.of("--resolve-image", "never"));
    parityCase.settings().files().forEach(file -> words.addAll(List.of("-c", file)));
    words.add(STACK);
    return run(parityCase, words, engine);
  }

  /** Ends with 0 where the files and the Engine agree. */
  Ended diff(ParityCase parityCase, List<String> files, RecordingEngine engine) {
    return run(parityCase, List.of("diff", "--exit-code"), files, engine);
  }

  /** Prints the files as one; needs no Engine. */
  Ended render(ParityCase parityCase, List<String> files) {
    List<String> words = new ArrayList<>(List.of("render"));
    addFiles(words, files);
    return run(parityCase, words, "tcp://127.0.0.1:1");
  }

  private static Ended run(
      ParityCase parityCase, List<String> command, List<String> files, RecordingEngine engine) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--rotate", "never"));
    words.addAll(List.of("--resolve-image", parityCase.settings().resolveImage()));
    addFiles(words, files);
    words.add(STACK);
    return run(parityCase, words, engine.address());
  }

  private static void addFiles(List<String> words, List<String> files) {
    words.addAll(READ_AS_DOCKER);
    files.forEach(file -> words.addAll(List.of("-c", file)));
  }

  private static Ended run(ParityCase parityCase, List<String> words, String engine) {
    Map<String, String> environment = new TreeMap<>(parityCase.settings().variables());
    environment.put("DOCKER_HOST", engine);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Wiring(
                surroundings(parityCase, environment), new PrintWriter(out), new PrintWriter(err))
            .run(words.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  private static Surroundings surroundings(ParityCase parityCase, Map<String, String> environment) {
    return new Surroundings(
        environment,
        parityCase.directory(),
        new ByteArrayInputStream(CaseInput.of(parityCase).getBytes(UTF_8)),
        options ->
            DockerEngine.connect(new EndpointResolver(environment).resolve(options), environment),
        new SystemTimeline(),
        probe -> {
          throw new AssertionError("nothing asks for health here");
        });
  }
}
