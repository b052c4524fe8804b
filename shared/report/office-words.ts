const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/**
 * Words that name an office by themselves: jobs, bodies and departments of a school district. What is typed into a field
 * for who answers for something is printed for readers outside only as far as it is made of such words, so a word that
 * is also a name that people bear (Dean, Marshall, Page) must not be among them.
 */
export const jobWords = wordsOf(`
  accountant accountants administration administrator administrators agency aide aides analyst analysts assistant
  assistants auditor board bookkeeper business cabinet clerk clerks coach coaches coaching commission committee
  community consultant consultants contractor coordinator coordinators council counselor counselors curriculum
  department departments deputy designer developer director directors district districts employee engineer evaluator
  evaluators everyone facilitator facilitators faculty families finance foundation hr instructor instructors
  interventionist interventionists it leader leaders leadership lead leads librarian librarians manager managers
  mentor mentors nobody nurse nurses office officer officers operations paraprofessional paraprofessionals parents
  partner partners payroll personnel pmo planner practitioner practitioners president principal principals procurement
  professional professionals project provider psychologist psychologists purchasing registrar researcher school schools
  secretary secretaries specialist specialists staff substitutes superintendent superintendents supervisor supervisors
  teacher teachers team teams technician technicians technology therapist trainer trainers transportation treasurer
  trustee trustees union university vendor
`)

/** Words that stand beside those and tell which one is meant; none of them is an office by itself. */
export const besideWords = wordsOf(`
  a academic academics academy accountability acting adult after-school all an analytics and arts assessment assessments
  associate at bilingual biliteracy board-level budget building campus career central chief child childhood
  co-teaching college communication communications compliance counseling county data day dual each early education
  educational el ela elementary ell english esl evaluation every executive external facilities federal fiscal food for
  from general gifted grade grades grant grants head health high human implementation improvement in inclusion
  information instruction instructional interim intervention junior k kindergarten k-12 k-2 k-3 k-5 k-6 k-8 language
  learning level library literacy local materials math mathematics media middle mtss multilingual multi-tiered new
  numeracy of on one our outreach pbis per physical plc practice pre-k preschool primary prek pk program programs
  progress public purchases quality reading reform regional research resources response rti safety science secondary
  senior service services site social social-emotional social-studies special state strategic strategy student students
  studies subject support supports sustainability systems talent teaching the tier title to training transformation
  two vice with writing year &
`)

/** Those of them that are surnames where one stands right behind a job. */
export const alsoSurnames = wordsOf('child day early food grant head high middle new program reading special tier year')
