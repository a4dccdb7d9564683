package id.jipp.ui.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * One hub (Bali) for all test classes that do not mind what others write to it; it starts for the first of them and ends
 * with the run. Each test uses titles, rooms and keys of its own.
 */
public final class SharedHub implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedHub.class);

    private record Running(Path folder, RunningHub hub) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("jipp-hub");
                return new Running(folder, RunningHub.start("bali", "Bali", "51", folder));
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
        }

        @Override
        public void close() throws IOException {
            hub.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningHub.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("bali", key -> Running.start(), Running.class)
                .hub();
    }
}
