import CConstructor
import Harness

keep_constructor()
serve(PackageSubmission())
