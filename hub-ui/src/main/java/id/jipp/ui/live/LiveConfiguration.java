package id.jipp.ui.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One thread that waits, and virtual ones that push, so that a slow screen delays no other. */
@Configuration
class LiveConfiguration {
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService liveTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live-timer").daemon().factory());
    }

    @Bean
    Live live(ScheduledExecutorService liveTimer) {
        return new Live(
                (pause, task) -> liveTimer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS),
                task -> Thread.ofVirtual().name("live-push").start(task));
    }
}
