package dev.leadline.launch.children;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that have connected before the first of them is served, as on a busy machine. */
class ChildStreamsTest {

  private static final int PROCESSES = 30;

  @TempDir Path directory;

  @Test
  void processesAreNumberedInTheOrderInWhichTheyConnected() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("children"));
    List<String> expected = new ArrayList<>();
    String lines;
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address, PROCESSES);
      server.configureBlocking(false);
      for (int number = 0; number < PROCESSES; number++) {
        String header = header(number);
        connect(address, header);
        if (number > 0) {
          expected.add("{\"record\":\"process\",\"process\":" + number + "}\n");
        }
        expected.add(header);
      }
      lines = merged(server);
    }

    assertThat(lines).isEqualTo(String.join("", expected));
  }

  /** A process that has written its header and is gone. */
  private static void connect(UnixDomainSocketAddress address, String header) throws IOException {
    try (SocketChannel process = SocketChannel.open(address)) {
      process.write(ByteBuffer.wrap(header.getBytes(US_ASCII)));
    }
  }

  private static String header(int number) {
    return "{\"record\":\"header\",\"protocol\":1,\"process\":%d,\"flush_signal\":null}\n"
        .formatted(4_000_000_000L + number);
  }

  private String merged(ServerSocketChannel server) throws IOException {
    RecordedProcesses recorded = new RecordedProcesses();
    PendingProcesses pending = new PendingProcesses(new RunProcessFinder(directory), recorded);
    ProcessLimit limit = new ProcessLimit(PROCESSES);
    ChildStreams streams = new ChildStreams(server, recorded, limit, pending, true);
    streams.firstEnded();
    streams.serveFirst();
    return new String(streams.merged().readAllBytes(), US_ASCII);
  }
}
