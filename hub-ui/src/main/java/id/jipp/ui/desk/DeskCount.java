package id.jipp.ui.desk;

import id.jipp.core.person.Person;
import id.jipp.ui.shell.RailCount;
import id.jipp.ui.text.Texts;
import org.springframework.stereotype.Component;

/** How many things wait at the desk. */
@Component
class DeskCount implements RailCount {
    private final Tasks tasks;

    DeskCount(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public int of(Person person) {
        return tasks.of(person, Texts.INDONESIAN).size();
    }

    @Override
    public Runnable onChange(Runnable news) {
        return tasks.onChange(news);
    }
}
