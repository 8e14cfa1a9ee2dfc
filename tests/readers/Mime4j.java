// Apache James Mime4j (Debian: libapache-mime4j-java), with its default configuration.
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;

public class Mime4j {
    interface Question {
        Object of(Message message) throws Exception;
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray())
            out.append(c >= ' ' && c < 127 && c != '"' && c != '\\' ? "" + c : String.format("\\u%04x", (int) c));
        return out.append('"').toString();
    }

    static String json(Object answer) {
        if (answer == null) return "null";
        if (answer instanceof Long) return answer.toString();
        if (answer instanceof List) {
            List<String> all = new ArrayList<>();
            for (Object each : (List<?>) answer) all.add(json(each));
            return "[" + String.join(",", all) + "]";
        }
        return quoted(answer.toString());
    }

    static void leaves(Entity part, List<Entity> found) {
        Body body = part.getBody();
        if (body instanceof Multipart)
            for (Entity each : ((Multipart) body).getBodyParts()) leaves(each, found);
        else if (body instanceof Message)
            leaves((Message) body, found);
        else
            found.add(part);
    }

    static List<Entity> leaves(Entity part) {
        List<Entity> found = new ArrayList<>();
        leaves(part, found);
        return found;
    }

    static Object from(Message message) {
        List<String> found = new ArrayList<>();
        if (message.getFrom() != null)
            for (Mailbox each : message.getFrom())
                if (each.getDomain() != null) found.add(each.getAddress());
        return found;
    }

    static Object name(Message message) {
        for (Entity part : leaves(message))
            if (part.getFilename() != null) return part.getFilename();
        return null;
    }

    static Object text(Message message) throws Exception {
        List<String> found = new ArrayList<>();
        for (Entity part : leaves(message)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (part.getBody() instanceof SingleBody) ((SingleBody) part.getBody()).writeTo(out);
            found.add(out.toString(StandardCharsets.ISO_8859_1));
        }
        return found;
    }

    static Object field(Message message, String name) {
        Field found = message.getHeader().getField(name);
        return found == null ? null : found.getBody();
    }

    public static void main(String[] paths) throws Exception {
        System.out.println("Apache Mime4j " + System.getProperty("reader.version"));
        String[] names = {"from", "subject", "words", "sender", "x-a", "date", "type", "name", "text"};
        Question[] questions = {
            Mime4j::from,
            Message::getSubject,
            Message::getSubject,
            m -> m.getSender(),
            m -> field(m, "X-A"),
            m -> m.getDate() == null ? null : m.getDate().getTime() / 1000,
            m -> m.getMimeType().toLowerCase(),
            Mime4j::name,
            Mime4j::text,
        };
        for (String path : paths) {
            byte[] octets = Files.readAllBytes(Path.of(path));
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < names.length; ++i) {
                String answer;
                try {
                    answer = json(questions[i].of(
                        new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(octets))));
                } catch (Exception e) {
                    answer = "{\"error\":" + quoted(e.getClass().getSimpleName()) + "}";
                }
                answers.add(quoted(names[i]) + ":" + answer);
            }
            System.out.println("{" + String.join(",", answers) + "}");
        }
    }
}
