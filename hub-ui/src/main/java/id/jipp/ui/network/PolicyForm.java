package id.jipp.ui.network;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.PeerPolicy;
import java.util.List;
import java.util.Locale;

/** What passes between us and one hub, per kind of thing. */
final class PolicyForm extends Div {
    private static final List<Direction> OF_ROOMS =
            List.of(Direction.BOTH, Direction.SEND, Direction.RECEIVE, Direction.NONE);
    private static final List<Direction> OF_RECORDS =
            List.of(Direction.BOTH, Direction.SEND, Direction.RECEIVE, Direction.REFERENCE, Direction.NONE);

    private final RadioButtonGroup<Direction> records = group("records", OF_RECORDS);
    private final RadioButtonGroup<Direction> rooms = group("rooms", OF_ROOMS);
    private final FilesForm files;

    PolicyForm(PeerPolicy policy) {
        addClassName("policy");
        records.setValue(policy.records());
        rooms.setValue(policy.rooms());
        files = new FilesForm(policy.files());
        add(records, rooms, files);
    }

    PeerPolicy read() {
        return new PeerPolicy(records.getValue(), rooms.getValue(), files.read());
    }

    private RadioButtonGroup<Direction> group(String kind, List<Direction> directions) {
        RadioButtonGroup<Direction> group = new RadioButtonGroup<>();
        group.setLabel(getTranslation("network.policy." + kind));
        group.setHelperText(getTranslation("network.policy." + kind + ".what"));
        group.setItems(directions);
        group.setItemLabelGenerator(direction ->
                getTranslation("network.direction." + direction.name().toLowerCase(Locale.ROOT)));
        return group;
    }
}
