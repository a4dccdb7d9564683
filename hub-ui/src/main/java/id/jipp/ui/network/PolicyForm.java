package id.jipp.ui.network;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.PeerPolicy;
import java.util.List;
import java.util.Locale;

/** What passes between us and one hub, per kind of thing. */
final class PolicyForm extends Div {
    private static final List<Direction> ORDER =
            List.of(Direction.BOTH, Direction.SEND, Direction.RECEIVE, Direction.NONE);

    private final RadioButtonGroup<Direction> records = group("records");
    private final RadioButtonGroup<Direction> rooms = group("rooms");

    private final FilePolicy files;

    PolicyForm(PeerPolicy policy) {
        this.files = policy.files();
        addClassName("policy");
        records.setValue(policy.records());
        rooms.setValue(policy.rooms());
        add(records, rooms);
    }

    PeerPolicy read() {
        return new PeerPolicy(records.getValue(), rooms.getValue(), files);
    }

    private RadioButtonGroup<Direction> group(String kind) {
        RadioButtonGroup<Direction> group = new RadioButtonGroup<>();
        group.setLabel(getTranslation("network.policy." + kind));
        group.setHelperText(getTranslation("network.policy." + kind + ".what"));
        group.setItems(ORDER);
        group.setItemLabelGenerator(direction ->
                getTranslation("network.direction." + direction.name().toLowerCase(Locale.ROOT)));
        return group;
    }
}
