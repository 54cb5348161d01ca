import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/** Prints, for OWL 2 DL and OWL 2 RL, what in an ontology is outside of that profile, one a line. */
public class Profiles {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology = OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(new File(arguments[0]));
        System.out.println("axioms\t" + ontology.getLogicalAxiomCount());
        OWLProfile[] profiles = {new OWL2DLProfile(), new OWL2RLProfile()};
        for (OWLProfile profile : profiles) {
            for (OWLProfileViolation violation : profile.checkOntology(ontology).getViolations()) {
                System.out.println(profile.getName() + "\t" + violation);
            }
        }
    }
}
