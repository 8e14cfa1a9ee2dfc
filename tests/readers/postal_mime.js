// postal-mime (npm install postal-mime).
const fs = require('fs');

const latin1 = (octets) => Buffer.from(octets).toString('latin1');

function answersOf(mail) {
  const header = (name) => {
    const found = mail.headers.find((each) => each.key === name);
    return found ? found.value : null;
  };
  const from = mail.from ? [mail.from, ...(mail.from.group || [])] : [];
  const texts = [mail.text, ...mail.attachments.map((each) => latin1(each.content))];
  return {
    from: from.map((each) => each.address).filter((each) => each && each.includes('@')),
    subject: mail.subject === undefined ? null : mail.subject,
    words: mail.subject === undefined ? null : mail.subject,
    sender: mail.sender ? mail.sender.address : null,
    'x-a': header('x-a'),
    date: mail.date && !isNaN(new Date(mail.date)) ? new Date(mail.date).getTime() / 1000 : null,
    name: mail.attachments.map((each) => each.filename).find((each) => each) || null,
    text: texts.filter((each) => each !== undefined),
  };
}

async function main() {
  const PostalMime = (await import(require.resolve('postal-mime'))).default;
  console.log('postal-mime ' + JSON.parse(fs.readFileSync(require.resolve('postal-mime/package.json'))).version);
  for (const path of process.argv.slice(2)) {
    let answers;
    try {
      answers = answersOf(await PostalMime.parse(fs.readFileSync(path)));
    } catch (error) {
      const failed = { refused: error.name };
      answers = {};
      for (const each of ['from', 'subject', 'words', 'sender', 'x-a', 'date', 'name', 'text']) answers[each] = failed;
    }
    console.log(JSON.stringify(answers));
  }
}
main();
